package io.github.profileengine.cli;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.wire.LogReader;
import io.github.profileengine.wire.ReaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A log with the name that the user gave it.
 *
 * @param name the name, for messages
 * @param reader reads the log
 */
record OpenedLog(String name, LogReader reader) implements AutoCloseable {

    /** Opens a log that will be opened a second time later. Fails if it cannot be read twice. */
    static OpenedLog twice(String name, ReaderOptions options) throws UnusableFileException {
        if (name.equals(InputFile.STANDARD_INPUT) || isPipe(name)) {
            throw new UnusableFileException(
                    name, "bisect reads a log twice: give a file, not standard input, a pipe or a device");
        }
        return open(name, InputStream.nullInputStream(), options, false);
    }

    /** Opens a log; {@code -} is standard input. */
    static OpenedLog open(String name, InputStream standardInput, ReaderOptions options, boolean lenient)
            throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        try {
            LogReader reader =
                    lenient ? LogReader.lenient(input.stream(), options) : LogReader.of(input.stream(), options);
            return new OpenedLog(name, reader);
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    private static boolean isPipe(String name) {
        try {
            Path path = Path.of(name);
            return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
        } catch (InvalidPathException toldWhenOpened) {
            return false;
        }
    }

    /** The next entry; null after the last. */
    @Nullable
    LogEntry read() throws UnusableFileException {
        try {
            return reader.read();
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** The line of the last entry that was read, or of the end. */
    long line() {
        return reader.line();
    }

    /** A line of the log, in the form that editors understand: {@code name:line}. */
    String place(long line) {
        return name + ":" + line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException harmless) {
            // Everything needed has been read.
        }
    }
}
