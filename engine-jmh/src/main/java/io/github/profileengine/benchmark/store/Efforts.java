package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Effort;

/** How long the tables of stores run. */
final class Efforts {
    /** Long enough after filling for compilers to be done, and for collections to come as in the long run. */
    static final Effort UPDATES = new Effort(1, 4, 5, 2000);

    /** The same where there are many rows. */
    static final Effort FACTORS = new Effort(1, 3, 4, 2000);

    /** Where filling takes most of the time. */
    static final Effort SLOW_FACTORS = new Effort(1, 2, 3, 2000);

    /** Where nothing is kept. */
    static final Effort MAKING = new Effort(1, 3, 5, 1000);

    static final Effort READS = new Effort(1, 4, 5, 1000);

    /** Iterations of one fill each. */
    static final Effort FILLS = new Effort(1, 2, 5, 1000);

    /** The same where a fill is over before compilers are done. */
    static final Effort SHORT_FILLS = new Effort(1, 10, 5, 1000);

    private Efforts() {}
}
