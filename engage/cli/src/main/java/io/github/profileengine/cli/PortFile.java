package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that holds the port while the server runs, for scripts that wait for it to appear. */
final class PortFile implements AutoCloseable {

    private final @Nullable OutputFile output;
    // Once it is there.
    private @Nullable Path path;

    /** Of an output that somebody else closes; null if no file is named. */
    PortFile(@Nullable OutputFile output) {
        this.output = output;
    }

    /** Writes the port and a line feed, as a whole. */
    void write(int port) throws UnusableFileException {
        if (output != null) {
            output.line(Integer.toString(port));
            output.commit();
            path = output.file();
        }
    }

    /** As {@link #remove()}, which also lets its failure be told in time. */
    @Override
    public void close() throws UnusableFileException {
        remove();
    }

    /** Removes it; safe to call again. */
    void remove() throws UnusableFileException {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException problem) {
            throw new UnusableFileException(path.toString(), problem);
        }
    }
}
