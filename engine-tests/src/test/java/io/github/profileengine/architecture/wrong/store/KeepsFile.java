package io.github.profileengine.architecture.wrong.store;

import java.nio.file.Path;

/** A store that knows where it is kept. */
public record KeepsFile(Path path) {}
