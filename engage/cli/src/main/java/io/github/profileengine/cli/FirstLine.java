package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the first line of a small file that holds a secret. */
final class FirstLine {

    private FirstLine() {}

    /** The line without its line end; empty if the file is empty. */
    static String of(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }
}
