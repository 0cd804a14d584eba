package io.github.profileengine.benchmark.store;

import java.util.SplittableRandom;

/** Draws numbers below a bound. */
@FunctionalInterface
interface Draw {
    int next(SplittableRandom random);
}
