package io.github.profileengine.testdouble;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** States in files. */
final class SavedState {
    private SavedState() {}

    static Snapshot read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return StateReader.read(in, ReaderOptions.fileDefaults());
        }
    }

    /**
     * The file appears as a whole or not at all. One that is there keeps its permissions; where the name is a link, the
     * file behind it is replaced.
     */
    static void write(Snapshot state, Path file) throws IOException {
        boolean replaces = Files.exists(file);
        Path target = replaces ? file.toRealPath() : file.toAbsolutePath();
        Path partial = target.resolveSibling(".engage-double-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW))) {
                StateWriter.write(state, out);
            }
            if (replaces && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
