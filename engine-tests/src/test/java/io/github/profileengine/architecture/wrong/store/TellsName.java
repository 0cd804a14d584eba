package io.github.profileengine.architecture.wrong.store;

import io.github.profileengine.representation.Name;
import java.util.List;

/** A store that hands out types of the package that is not exported. */
public record TellsName(List<Name> names) {}
