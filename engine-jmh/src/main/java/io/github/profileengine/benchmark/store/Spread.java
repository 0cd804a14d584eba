package io.github.profileengine.benchmark.store;

/** How edits are spread over profiles. */
public enum Spread {
    /** Every profile is as likely as any other. */
    UNIFORM,
    /** A few profiles get most: the k-th most frequent one is drawn in proportion to 1 / k^0.99, as YCSB has it. */
    ZIPF;

    private static final double EXPONENT = 0.99;

    /** A draw of numbers from 0 to below {@code bound}. */
    Draw below(int bound) {
        return switch (this) {
            case UNIFORM -> random -> random.nextInt(bound);
            case ZIPF -> {
                ZipfRank rank = new ZipfRank(bound, EXPONENT);
                Scatter scatter = new Scatter(bound);
                yield random -> scatter.of(rank.next(random) - 1);
            }
        };
    }
}
