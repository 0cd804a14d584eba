package io.github.profileengine.packed;

/**
 * Records that are loaded one right after the other, so that a processor has many of these loads under way at once. For
 * that it must see the next ones early: where they are is found out before, and there is no loop over a record's lines.
 */
final class NearRecords {
    private static final int LINE = 64;

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
        for (int at = 0; at < size; at++) {
            sum += loaded(chunks[at], positions[at]);
        }
        size = 0;
        return sum;
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
