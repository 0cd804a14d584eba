package io.github.profileengine.benchmark.apply;

import io.github.profileengine.wire.workload.UpdateGenerator;
import io.github.profileengine.wire.workload.Workload;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Large files of updates, written anew whenever one is needed, with the same bytes each time. */
public enum Inputs {
    /**
     * The output of {@code profile-engine generate}: five updates of each profile, drawn evenly, with the mix of the
     * sample.
     */
    GENERATED("generated") {
        @Override
        void write(OutputStream out, int about) throws IOException {
            new UpdateGenerator(Workload.of(Math.max(1, about / 5))).write(out, about);
        }

        @Override
        long updates(int about) {
            return about;
        }
    },
    /** The real sample under as many sets of ids as needed. */
    SAMPLE("real sample") {
        @Override
        void write(OutputStream out, int about) throws IOException {
            List<String> lines = SampleUpdates.lines();
            SampleUpdates.write(lines, Math.max(1, about / lines.size()), out);
        }

        @Override
        long updates(int about) {
            int lines = SampleUpdates.lines().size();
            return (long) Math.max(1, about / lines) * lines;
        }
    };

    private static final int BUFFER_BYTES = 1 << 16;

    private final String label;

    Inputs(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Writes about this many updates. */
    abstract void write(OutputStream out, int about) throws IOException;

    /** The exact number of updates. */
    abstract long updates(int about);

    /** Writes the updates to a file, which the caller deletes. */
    Path file(int about) {
        try {
            Path file = Files.createTempFile("profile-engine-", ".ndjson");
            file.toFile().deleteOnExit();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
                write(out, about);
            }
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * Folds a file. Every implementation reads it through the same buffer; ours asks for more at once and passes it.
     */
    static Object folded(Folding folding, Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return folding.folded(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
