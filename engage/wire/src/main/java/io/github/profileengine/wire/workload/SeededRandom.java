package io.github.profileengine.wire.workload;

/**
 * SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014), written out: the JDK specifies
 * neither the algorithm of its own {@code SplittableRandom} nor how it draws below a bound, and changed the latter
 * between releases. Not thread-safe.
 */
final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** All 64 bits. */
    long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * From 0 up to and without {@code bound}. The bias of drawing from 2^63 values without rejection is beyond what any
     * number of updates could show.
     *
     * @param bound from 1 to 2^61
     */
    long below(long bound) {
        return Math.multiplyHigh(next() >>> 1, bound << 1);
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** From 0 up to and without 1. */
    double fraction() {
        return (next() >>> 11) * 0x1p-53;
    }
}
