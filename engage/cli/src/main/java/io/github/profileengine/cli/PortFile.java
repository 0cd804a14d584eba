package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that holds the port while the server runs. Scripts can wait until it appears. */
final class PortFile implements AutoCloseable {

    private final @Nullable OutputFile output;
    // Both are set once the file exists.
    private @Nullable Path path;
    private byte[] content = {};

    /** Creates an object that writes to an output, which somebody else closes; null if no file is named. */
    PortFile(@Nullable OutputFile output) {
        this.output = output;
    }

    /** Writes the port and a line feed. The file appears complete. */
    void write(int port) throws UnusableFileException {
        if (output != null) {
            output.line(Integer.toString(port));
            output.commit();
            content = (port + "\n").getBytes(StandardCharsets.US_ASCII);
            path = output.file();
        }
    }

    /** The same as {@link #remove()}, which a caller can use earlier to report its failure in time. */
    @Override
    public void close() throws UnusableFileException {
        remove();
    }

    /** Removes the file, unless another server has written its own port there since. Safe to call again. */
    void remove() throws UnusableFileException {
        try {
            if (path != null && !holdsSomethingElse(path)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException problem) {
            throw new UnusableFileException(path.toString(), problem);
        }
    }

    private boolean holdsSomethingElse(Path file) throws IOException {
        return Files.isRegularFile(file) && !Arrays.equals(Files.readAllBytes(file), content);
    }
}
