package io.github.profileengine.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates all members of a gzip stream (RFC 1952), up to a bound. It differs from the JDK's {@code GZIPInputStream} in
 * two points. It does not treat the end of a member as the end of the input just because no more bytes are available at
 * that moment. And it reports garbage after the last member as damage; zeros there are padding, as for gzip itself.
 */
final class GzipInput extends InputStream {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final long maxBytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private long total;
    private boolean inMember;
    private boolean afterMember;
    private boolean ended;
    private @Nullable DamagedGzipException damage;

    GzipInput(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || startMember()) {
            int count = inflate(out, offset, (int) Math.max(1, Math.min(length, maxBytes - total)));
            if (count > 0) {
                return count;
            }
        }
        return -1;
    }

    /** 1 if there are compressed bytes that can be inflated, else how many can be fetched without waiting. */
    @Override
    public int available() throws IOException {
        return at < end || inMember && !inflater.needsInput() ? 1 : in.available();
    }

    /** Returns the number of inflated bytes; 0 at the end of a member. */
    private int inflate(byte[] out, int offset, int length) throws IOException {
        while (!inflater.finished()) {
            int count = inflateMore(out, offset, length);
            if (count > 0) {
                return inflated(out, offset, count);
            } else if (damage != null) {
                throw damage;
            } else if (inflater.needsDictionary()) {
                throw new DamagedGzipException("it asks for a dictionary");
            } else if (inflater.needsInput()) {
                feed();
            }
        }
        endMember();
        return 0;
    }

    /**
     * Returns the number of inflated bytes. On {@link #damage} it counts the bytes before the damage, too, although the
     * inflater throws instead of returning that count.
     */
    private int inflateMore(byte[] out, int offset, int length) {
        long before = inflater.getBytesWritten();
        try {
            return damage == null ? inflater.inflate(out, offset, length) : 0;
        } catch (DataFormatException e) {
            damage = new DamagedGzipException(e.getMessage() == null ? "invalid data" : e.getMessage());
            return (int) (inflater.getBytesWritten() - before);
        }
    }

    private int inflated(byte[] out, int offset, int count) throws IOException {
        if (total == maxBytes) {
            throw new OversizedInputException(maxBytes);
        }
        crc.update(out, offset, count);
        total += count;
        return count;
    }

    private void feed() throws IOException {
        if (at == end && !fill()) {
            throw new DamagedGzipException("it ends too early");
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    private boolean startMember() throws IOException {
        if (ended || isAtEnd()) {
            ended = true;
            return false;
        }
        if (next() != Gzip.MAGIC_1 || next() != Gzip.MAGIC_2 || next() != 8) {
            throw new DamagedGzipException(afterMember ? "other data follows its end" : "unknown compression method");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new DamagedGzipException("unknown flags");
        }
        skipBytes(6);
        if ((flags & EXTRA) != 0) {
            skipBytes(littleEndian(2));
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skipBytes((flags & HEADER_CRC) != 0 ? 2 : 0);
        inflater.reset();
        crc.reset();
        inMember = true;
        return true;
    }

    /** Whether the input has ended, or only zeros remain. */
    private boolean isAtEnd() throws IOException {
        while (at < end || fill()) {
            if (buffer[at] != 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        inMember = false;
        afterMember = true;
        if (littleEndian(4) != crc.getValue() || littleEndian(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new DamagedGzipException("the checksum does not match");
        }
    }

    private void skipText(int flag) throws IOException {
        while (flag != 0 && next() != 0) {
            // Skips the name or comment, which nothing needs.
        }
    }

    private void skipBytes(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << (8 * i);
        }
        return value;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw new DamagedGzipException("it ends too early");
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
