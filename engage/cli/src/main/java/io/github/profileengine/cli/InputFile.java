package io.github.profileengine.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
            return new InputFile(name, kept(standardInput));
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

    /** Whether two names, null for none, both mean standard input, which can be read once. */
    static boolean areBothStandard(@Nullable String name, @Nullable String other) {
        return STANDARD_INPUT.equals(name) && STANDARD_INPUT.equals(other);
    }

    void close() {
        try {
            stream.close();
        } catch (IOException harmless) {
            // Everything wanted from it has been read.
        }
    }

    /** Standard input belongs to the process, and may be named once more. */
    private static InputStream kept(InputStream standardInput) {
        return new FilterInputStream(standardInput) {
            @Override
            public void close() {}
        };
    }
}
