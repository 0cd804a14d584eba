package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that holds the port while the server runs. Scripts can wait until it appears. */
final class PortFile implements AutoCloseable {

    private final @Nullable OutputFile output;
    // Set once the file exists.
    private @Nullable Path path;

    /** Creates an object that writes to an output, which somebody else closes; null if no file is named. */
    PortFile(@Nullable OutputFile output) {
        this.output = output;
    }

    /** Writes the port and a line feed. The file appears complete. */
    void write(int port) throws UnusableFileException {
        if (output != null) {
            output.line(Integer.toString(port));
            output.commit();
            path = output.file();
        }
    }

    /** The same as {@link #remove()}, which a caller can use earlier to report its failure in time. */
    @Override
    public void close() throws UnusableFileException {
        remove();
    }

    /** Removes the file. Safe to call again. */
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
