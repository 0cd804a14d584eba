package io.github.profileengine.testdouble;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Reads and writes files with states. */
final class SavedState {
    private static final int MOST_LINKS = 40;

    private SavedState() {}

    static Snapshot read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return StateReader.read(in, ReaderOptions.fileDefaults());
        }
    }

    /**
     * Writes a file that appears as a whole or not at all. An existing file keeps its permissions. If the name is a
     * symbolic link, the file that it points to is replaced.
     */
    static void write(Snapshot state, Path file) throws IOException {
        boolean replaces = Files.exists(file);
        if (replaces && !Files.isRegularFile(file)) {
            throw new IOException(file + " is not a regular file, so it is not replaced");
        }
        Path target = replaces ? file.toRealPath() : linked(file).toAbsolutePath();
        Path partial = target.resolveSibling(".engage-double-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW))) {
                // Set the permissions while the file is still empty, because its content may be confidential.
                if (replaces && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
                    Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
                }
                StateWriter.write(state, out);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Path linked(Path file) throws IOException {
        Path end = file;
        for (int links = 0; Files.isSymbolicLink(end); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "too many symbolic links");
            }
            end = end.resolveSibling(Files.readSymbolicLink(end));
        }
        return end;
    }
}
