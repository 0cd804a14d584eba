package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Effort;

/** How long the benchmarks of the store tables run. */
final class Efforts {
    /** Long enough after filling for compilers to finish, and for collections to come as often as in the long run. */
    static final Effort UPDATES = new Effort(1, 4, 5, 2000);

    /** For the same benchmarks in tables of many rows. */
    static final Effort FACTORS = new Effort(1, 3, 4, 2000);

    /** For rows in which filling takes most of the time. */
    static final Effort SLOW_FACTORS = new Effort(1, 2, 3, 2000);

    /** For benchmarks that keep nothing. */
    static final Effort MAKING = new Effort(1, 3, 5, 1000);

    static final Effort READS = new Effort(1, 4, 5, 1000);

    /** For iterations of one fill each. */
    static final Effort FILLS = new Effort(1, 2, 5, 1000);

    /** For fills that would end before compilers have finished. */
    static final Effort SHORT_FILLS = new Effort(1, 10, 5, 1000);

    private Efforts() {}
}
