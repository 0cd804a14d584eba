package io.github.profileengine.wire.workload;

/**
 * SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). We implement it here because
 * the JDK specifies neither the algorithm of its own {@code SplittableRandom} nor how it draws below a bound, and
 * changed the latter between releases. Not thread-safe.
 */
final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** A number of 64 random bits. */
    long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * A number from 0 to {@code bound}, exclusive. It is drawn from 2^63 values without rejection. The bias of this is
     * too small to show in any number of updates.
     *
     * @param bound from 1 to 2^61
     */
    long below(long bound) {
        return Math.multiplyHigh(next() >>> 1, bound << 1);
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** A number from 0 to 1, exclusive. */
    double fraction() {
        return (next() >>> 11) * 0x1p-53;
    }
}
