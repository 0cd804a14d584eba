package io.github.profileengine.representation;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeded hashes, different in every JVM run, for the tables inside the engine.
 *
 * <p>Names and values come from outside; with a known hash function somebody could choose thousands that collide. The
 * seeds are the only random numbers in the core. Their only visible effects are the shard of an id, and so what logs,
 * changes and statistics say of shards, and the order of profiles where no order is promised. Profiles, outcomes,
 * states, texts and the {@code hashCode()} of public types do not depend on them.
 */
public final class HashSeed {
    // One for each kind of hashed data: the hashes of a text and a number with the same bits must be unrelated.
    private static final long TEXT = oddNumber();
    private static final long NUMBER = oddNumber();
    private static final long PAIR = oddNumber();
    private static final long FACTOR = oddNumber();

    private HashSeed() {}

    private static long oddNumber() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    /** Hash of a text over all its UTF-16 units, in steps of four. */
    public static int hash(String text) {
        int length = text.length();
        long hash = TEXT;
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long units = text.charAt(at)
                    | (long) text.charAt(at + 1) << 16
                    | (long) text.charAt(at + 2) << 32
                    | (long) text.charAt(at + 3) << 48;
            hash = fold(hash ^ units);
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 16 | text.charAt(at);
        }
        // At most three units, and above them the length, which no unit can cancel.
        hash = fold(hash ^ rest ^ (long) length << 48);
        return shortened(hash);
    }

    /** Hash of a number. */
    public static int hash(long number) {
        return shortened(fold(number ^ NUMBER));
    }

    /** Hash of a pair in which order counts. */
    public static int combine(int first, int second) {
        long both = (long) first << 32 | second & 0xFFFF_FFFFL;
        return shortened(fold(both ^ PAIR));
    }

    private static int shortened(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    // The full 128-bit product folded to 64 bits: unlike a sum of powers, it has no collisions that hold for every
    // seed. The product is unsigned: if a factor of a signed product is negated, both new halves follow from the old
    // ones.
    private static long fold(long number) {
        long high = Math.multiplyHigh(number, FACTOR) + (number >> 63 & FACTOR) + (FACTOR >> 63 & number);
        return number * FACTOR ^ high;
    }
}
