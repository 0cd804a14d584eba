package io.github.profileengine.wire.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes lines of bytes to a stream and buffers them into large writes. Not thread-safe. */
final class LineBytes {
    private static final int WRITTEN_AT_ONCE = 64 * 1024;
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes = new byte[WRITTEN_AT_ONCE * 2];
    private int size;

    LineBytes append(byte[] some) {
        makeRoom(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
        return this;
    }

    @SuppressWarnings("deprecation") // The text is ASCII: each byte is the low half of a character.
    LineBytes append(String ascii) {
        makeRoom(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, size);
        size += ascii.length();
        return this;
    }

    LineBytes append(char ascii) {
        makeRoom(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** Appends a number in decimal digits. It must not be negative. */
    LineBytes append(long number) {
        return append(number, 1);
    }

    /** Appends a number in decimal digits, with leading zeros up to {@code digits} digits. It must not be negative. */
    LineBytes append(long number, int digits) {
        makeRoom(LONGEST_NUMBER);
        int length = Math.max(digits, length(number));
        long left = number;
        for (int at = size + length - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size += length;
        return this;
    }

    private static int length(long number) {
        int length = 1;
        for (long left = number / 10; left > 0; left /= 10) {
            length++;
        }
        return length;
    }

    void endLine(OutputStream out) throws IOException {
        append('\n');
        if (size >= WRITTEN_AT_ONCE) {
            writeTo(out);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void makeRoom(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, bytes.length * 2));
        }
    }
}
