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

/** States in files. */
final class SavedState {
    private SavedState() {}

    static Snapshot read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return StateReader.read(in, ReaderOptions.fileDefaults());
        }
    }

    /** The file appears as a whole or not at all. */
    static void write(Snapshot state, Path file) throws IOException {
        Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".engage-double-", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                StateWriter.write(state, out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
