package io.github.profileengine.architecture.wrong.store;

import io.github.profileengine.table.ProfileTable;
import java.util.List;

/** A store that hands out its tables. */
public record TellsTable(List<ProfileTable> tables) {}
