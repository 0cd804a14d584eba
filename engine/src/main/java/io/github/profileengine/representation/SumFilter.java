package io.github.profileengine.representation;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A Bloom filter of numbers, with one hash: it never misses one that was added, and with
 * {@value ShapeRegistry#MAX_SHAPES} in it, takes one in sixteen others for one. Nothing is ever removed. For any
 * thread.
 */
final class SumFilter {
    private static final int INDEX_BITS = 20;

    private final AtomicIntegerArray words = new AtomicIntegerArray((1 << INDEX_BITS) / Integer.SIZE);

    void add(int number) {
        words.getAndUpdate(word(number), bits -> bits | bit(number));
    }

    /** False only if a number has not been added, or is just being added. */
    boolean mayHold(int number) {
        return (words.get(word(number)) & bit(number)) != 0;
    }

    // Sums of seeded hashes are well spread already.
    private static int index(int number) {
        return number >>> Integer.SIZE - INDEX_BITS;
    }

    private static int word(int number) {
        return index(number) / Integer.SIZE;
    }

    private static int bit(int number) {
        return 1 << index(number);
    }
}
