package io.github.profileengine.wire;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an input that is held in memory. A position counts from the start of the input; an index counts from the
 * start of {@link #bytes()}. {@link #fill()} invalidates that array and all indexes.
 *
 * <p>A failed read ends the input, so everything before it is still processed. {@link #failure()} keeps the reason.
 */
final class InputWindow {

    private static final int INITIAL_BYTES = 128 * 1024;
    // The longest array that the JVM can allocate.
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final @Nullable InputStream in;
    private byte[] bytes;
    private int end;
    private long base;
    private long kept;
    private boolean ended;
    private @Nullable IOException failure;

    InputWindow(InputStream in) {
        this.in = in;
        this.bytes = new byte[INITIAL_BYTES];
    }

    /** Uses {@code whole} itself, not a copy, and never changes it. */
    InputWindow(byte[] whole) {
        this.in = null;
        this.bytes = whole;
        this.end = whole.length;
        this.ended = true;
    }

    byte[] bytes() {
        return bytes;
    }

    int index(long position) {
        return (int) (position - base);
    }

    long position(int index) {
        return base + index;
    }

    /** The position after the last byte in the window. */
    long limit() {
        return base + end;
    }

    /** Whether the input ends at {@link #limit()}. */
    boolean hasEnded() {
        return ended;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    /** Allows {@link #fill()} to drop all bytes before this position. */
    void keepFrom(long position) {
        kept = position;
    }

    /**
     * Reads more bytes after {@link #limit()}.
     *
     * @return whether there were any
     */
    boolean fill() {
        if (ended || in == null) {
            return false;
        }
        makeRoom();
        if (end == bytes.length) {
            failure = new IOException("a text of over " + MOST + " bytes");
            ended = true;
            return false;
        }
        try {
            int count = in.read(bytes, end, bytes.length - end);
            if (count > 0) {
                end += count;
                return true;
            }
        } catch (IOException e) {
            failure = e;
        }
        ended = true;
        return false;
    }

    /** Whether {@link #fill()} may have to wait for whoever sends the input: as far as is known, nothing has come. */
    boolean mayWait() {
        if (ended || in == null) {
            return false;
        }
        try {
            return in.available() == 0;
        } catch (IOException failing) {
            // It does not wait: reading fails as well, and tells why.
            return false;
        }
    }

    private void makeRoom() {
        int from = index(kept);
        int held = end - from;
        if (from > 0 && (held <= bytes.length / 2 || bytes.length == MOST)) {
            System.arraycopy(bytes, from, bytes, 0, held);
        } else if (end == bytes.length && end < MOST) {
            byte[] larger = new byte[(int) Math.min(MOST, bytes.length * 2L)];
            System.arraycopy(bytes, from, larger, 0, held);
            bytes = larger;
        } else {
            return;
        }
        base += from;
        end = held;
    }

    /** The index of the first line feed in {@code [from, to)}, or -1. */
    int lineFeed(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
