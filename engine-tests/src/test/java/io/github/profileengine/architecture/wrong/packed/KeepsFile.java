package io.github.profileengine.architecture.wrong.packed;

import java.nio.file.Path;

/** Records that know where they are kept. */
public record KeepsFile(Path path) {}
