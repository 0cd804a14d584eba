package io.github.profileengine.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPOutputStream;

/** Decompresses and compresses gzip. Input is recognized as gzip by its first two bytes. */
public final class Gzip {

    static final int MAGIC_1 = 0x1F;
    static final int MAGIC_2 = 0x8B;

    private static final int BUFFER_BYTES = 64 * 1024;

    private Gzip() {}

    /**
     * Inflates all members of {@code in} if it begins like gzip; otherwise returns its bytes as they are.
     *
     * <p>Reading the result throws {@link DamagedGzipException} or {@link OversizedInputException}, but only after
     * everything before the damage, or up to the bound, has been read. Closing the result closes {@code in}.
     *
     * @param maxInflatedBytes the most bytes that gzip input may inflate to; other input is not bounded
     * @throws IOException if the first bytes cannot be read
     */
    public static InputStream inflated(InputStream in, long maxInflatedBytes) throws IOException {
        byte[] magic = new byte[2];
        int count = in.readNBytes(magic, 0, magic.length);
        // A PushbackInputStream reads on in the same call, and would lose these bytes if that fails.
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic, 0, count), in);
        boolean gzip = count == 2 && (magic[0] & 0xFF) == MAGIC_1 && (magic[1] & 0xFF) == MAGIC_2;
        return gzip ? new GzipInput(whole, maxInflatedBytes) : whole;
    }

    /** Compresses into {@code out}. Closing the result finishes the gzip and closes {@code out}. */
    public static OutputStream deflating(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, BUFFER_BYTES);
    }
}
