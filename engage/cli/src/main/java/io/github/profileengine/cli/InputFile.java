package io.github.profileengine.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One opened input.
 *
 * @param name the name as the user gave it; {@code -} is standard input
 * @param stream the bytes of the input, plain or compressed
 */
record InputFile(String name, InputStream stream) {

    static final String STANDARD_INPUT = "-";
    private static final Set<String> NAMES_OF_STANDARD_INPUT =
            Set.of(STANDARD_INPUT, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

    static InputFile open(String name, InputStream standardInput) throws UnusableFileException {
        if (name.equals(STANDARD_INPUT)) {
            return new InputFile(name, kept(standardInput));
        }
        try {
            UnusableFileException.requireName(name);
            Path path = Path.of(name);
            // Opening a folder succeeds. Only reading it would fail, after other files have been applied.
            if (Files.isDirectory(path)) {
                throw new UnusableFileException(name, "is a folder");
            }
            return new InputFile(name, Files.newInputStream(path));
        } catch (InvalidPathException notAPath) {
            throw new UnusableFileException(name, "is not a valid file name: " + notAPath.getReason());
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** Whether both names mean standard input, which can be read only once. A name may be null for none. */
    static boolean areBothStandard(@Nullable String name, @Nullable String other) {
        return isStandard(name) && isStandard(other);
    }

    private static boolean isStandard(@Nullable String name) {
        return name != null && NAMES_OF_STANDARD_INPUT.contains(name);
    }

    void close() {
        try {
            stream.close();
        } catch (IOException harmless) {
            // Everything needed has been read.
        }
    }

    /** Closing the result leaves standard input open: it belongs to the process, and may be named again. */
    private static InputStream kept(InputStream standardInput) {
        return new FilterInputStream(standardInput) {
            @Override
            public void close() {}
        };
    }
}
