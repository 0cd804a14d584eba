package io.github.profileengine.testdouble.fault;

import java.util.SplittableRandom;

/** Random numbers that depend on nothing but a seed, the name of what draws, and how often it has drawn before. */
record Draws(long key) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static Draws of(long seed, String name) {
        return new Draws(new SplittableRandom(seed ^ name.hashCode() * SPREAD).nextLong());
    }

    /** The numbers of one draw. */
    SplittableRandom at(long ordinal) {
        return new SplittableRandom(key + ordinal);
    }
}
