package io.github.profileengine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that holds the port while the server runs, for scripts that wait for it to appear. */
final class PortFile implements AutoCloseable {

    private final @Nullable Path path;

    private PortFile(@Nullable Path path) {
        this.path = path;
    }

    /** Writes the port and a line feed, as a whole; nothing if no file is named. */
    static PortFile write(@Nullable String name, int port, OutputStream standardOutput) throws UnusableFileException {
        if (name == null) {
            return new PortFile(null);
        }
        try (OutputFile output = OutputFile.open(name, standardOutput)) {
            output.line(Integer.toString(port));
            output.commit();
            return new PortFile(output.file());
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
