package io.github.profileengine.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that {@link StateWriter} and {@link LogWriter} write. */
public enum SavedFile {
    /** A state. */
    STATE(FileFormat.STATE),
    /** A log. */
    LOG(FileFormat.LOG);

    private static final int LONGEST_BEGINNING = 64;
    private static final long MOST_INFLATED = 1 << 20;

    private final String beginning;

    SavedFile(String member) {
        beginning = "{\"" + member + "\":\"" + FileFormat.PRODUCT + "\"";
    }

    /**
     * The kind of a file by its first bytes; empty if the file is neither a state nor a log.
     *
     * @param head the first few hundred bytes, or all bytes, plain or gzip
     */
    public static Optional<SavedFile> of(byte[] head) {
        String text = new String(inflated(head), StandardCharsets.UTF_8);
        return Arrays.stream(values())
                .filter(kind -> text.startsWith(kind.beginning))
                .findFirst();
    }

    private static byte[] inflated(byte[] head) {
        try (InputStream in = Gzip.inflated(new ByteArrayInputStream(head), MOST_INFLATED)) {
            return in.readNBytes(LONGEST_BEGINNING);
        } catch (IOException cut) {
            return head;
        }
    }
}
