package io.github.profileengine.testdouble.fault;

import java.util.SplittableRandom;

/**
 * Random numbers that depend only on the seed, the name of the rule or project that draws, and how often it has drawn.
 */
record Draws(long key) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static Draws of(long seed, String name) {
        return new Draws(new SplittableRandom(seed ^ name.hashCode() * SPREAD).nextLong());
    }

    /** The random numbers of the draw with this number. */
    SplittableRandom at(long ordinal) {
        return new SplittableRandom(key + ordinal);
    }
}
