package io.github.profileengine.packed;

/**
 * Prefetches records in a row, so that the processor has many of these loads in flight at once. For this it must see
 * the next loads early. So the positions are found beforehand, and only what follows the first cache lines of large
 * records is loaded by a loop over lines.
 */
final class NearRecords {
    private static final int LINE = 64;
    // This many bytes are loaded of every record. More are loaded of a large record, but not all: the records of a pass
    // would evict each other from the cache.
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

    /** Loads the added records, large ones only in part, and removes them; the returned number means nothing. */
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

    // What follows in large records. There is so much of it that a loop over lines is worth its branch mispredictions.
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

    /**
     * Loads the first cache lines of a record, which is all of most; the returned number means nothing. For any thread.
     */
    static int loaded(byte[] chunk, int at) {
        int last = chunk.length - Integer.BYTES;
        return Bytes.integer(chunk, at)
                + Bytes.integer(chunk, Math.min(at + LINE, last))
                + Bytes.integer(chunk, Math.min(at + 2 * LINE, last))
                + Bytes.integer(chunk, Math.min(at + 3 * LINE, last));
    }
}
