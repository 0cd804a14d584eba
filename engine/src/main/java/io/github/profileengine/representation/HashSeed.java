package io.github.profileengine.representation;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeded hashes, different in every JVM run, for the tables inside the engine.
 *
 * <p>Names and values come from outside; with a known hash function somebody could choose thousands that collide. The
 * seed is the one random number in the core, and nothing observable depends on it: {@code hashCode()} of public types,
 * orders and texts are computed without it.
 */
public final class HashSeed {
    private static final long FIRST = ThreadLocalRandom.current().nextLong() | 1;
    private static final long SECOND = ThreadLocalRandom.current().nextLong() | 1;

    private HashSeed() {}

    /** Hash of a text over all its UTF-16 units, in steps of four. */
    public static int hash(String text) {
        int length = text.length();
        long hash = FIRST;
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long units = text.charAt(at)
                    | (long) text.charAt(at + 1) << 16
                    | (long) text.charAt(at + 2) << 32
                    | (long) text.charAt(at + 3) << 48;
            hash = fold(hash ^ units, SECOND);
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 16 | text.charAt(at);
        }
        // Three units at most, and above them the length, which no unit can make up for.
        hash = fold(hash ^ rest ^ (long) length << 48, SECOND);
        return (int) (hash ^ hash >>> 32);
    }

    /** Hash of a number. */
    public static int hash(long number) {
        long hash = fold(number ^ FIRST, SECOND);
        return (int) (hash ^ hash >>> 32);
    }

    /** Hash of a pair in which order counts. */
    public static int combine(int first, int second) {
        return hash((long) first << 32 | (second & 0xFFFF_FFFFL));
    }

    // The full 128-bit product folded to 64 bits: unlike a sum of powers it has no collisions that hold for every seed.
    // Without sign: of a negated factor, both halves of a product with sign are told from those of the other one.
    private static long fold(long left, long right) {
        long high = Math.multiplyHigh(left, right) + (left >> 63 & right) + (right >> 63 & left);
        return left * right ^ high;
    }
}
