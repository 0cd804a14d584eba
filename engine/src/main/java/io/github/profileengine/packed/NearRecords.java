package io.github.profileengine.packed;

/**
 * Records that are loaded one right after the other, so that a processor has many of these loads under way at once. For
 * that it must see the next ones early: where they are is found out before, and only what is behind the first lines of
 * large records is loaded by a loop over lines.
 */
final class NearRecords {
    private static final int LINE = 64;
    // Of every record so many bytes are loaded. More of a large one, but not all: as many records as a pass has would
    // push each other out of the cache.
    private static final int NEAR = 4 * LINE;
    private static final int MOST = 16 * LINE;

    private final byte[][] chunks;
    private final int[] positions;
    private int size;

    NearRecords(int most) {
        chunks = new byte[most][];
        positions = new int[most];
    }

    void add(byte[] chunk, int position) {
        chunks[size] = chunk;
        positions[size++] = position;
    }

    /** Loads all of most records that were added, and begins anew; answers a number that means nothing. */
    long load() {
        long sum = 0;
        int largest = 0;
        for (int at = 0; at < size; at++) {
            sum += loaded(chunks[at], positions[at]);
            largest = Math.max(largest, capacity(at));
        }
        if (largest > NEAR) {
            sum += loadBehind();
        }
        size = 0;
        return sum;
    }

    // What large records have behind that. There is so much of it that a loop over lines is worth its wrong guesses.
    private long loadBehind() {
        long sum = 0;
        for (int at = 0; at < size; at++) {
            byte[] chunk = chunks[at];
            int begin = positions[at];
            int end = Math.min(begin + Math.min(capacity(at), MOST), chunk.length - Integer.BYTES);
            for (int line = begin + NEAR; line < end; line += LINE) {
                sum += Bytes.integer(chunk, line);
            }
        }
        return sum;
    }

    private int capacity(int at) {
        return Bytes.integer(chunks[at], positions[at] + Layout.CAPACITY);
    }

    /** Loads all of most records that begin there; answers a number that means nothing. By any thread. */
    static int loaded(byte[] chunk, int at) {
        int last = chunk.length - Integer.BYTES;
        return Bytes.integer(chunk, at)
                + Bytes.integer(chunk, Math.min(at + LINE, last))
                + Bytes.integer(chunk, Math.min(at + 2 * LINE, last))
                + Bytes.integer(chunk, Math.min(at + 3 * LINE, last));
    }
}
