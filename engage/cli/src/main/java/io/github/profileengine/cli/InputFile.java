package io.github.profileengine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * One opened input.
 *
 * @param name as the user gave it; {@code -} is standard input
 * @param stream its bytes, plain or compressed
 */
record InputFile(String name, InputStream stream) {

    static final String STANDARD_INPUT = "-";

    static InputFile open(String name, InputStream standardInput) throws UnusableFileException {
        if (name.equals(STANDARD_INPUT)) {
            return new InputFile(name, standardInput);
        }
        try {
            Path path = Path.of(name);
            // Opening a folder succeeds; only reading it would fail, after other files have been folded.
            if (name.isEmpty() || Files.isDirectory(path)) {
                throw new UnusableFileException(name, name.isEmpty() ? "an empty name is no file" : "is a folder");
            }
            return new InputFile(name, Files.newInputStream(path));
        } catch (InvalidPathException notAPath) {
            throw new UnusableFileException(name, "is no file name: " + notAPath.getReason());
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    void close(InputStream standardInput) {
        if (stream == standardInput) {
            return;
        }
        try {
            stream.close();
        } catch (IOException harmless) {
            // Everything wanted from it has been read.
        }
    }
}
