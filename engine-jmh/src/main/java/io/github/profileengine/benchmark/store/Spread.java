package io.github.profileengine.benchmark.store;

/** How edits are spread over profiles. */
public enum Spread {
    /** Every profile is equally likely. */
    UNIFORM,
    /** A few profiles get most edits: the k-th most frequent one is drawn in proportion to 1 / k^0.99, as in YCSB. */
    ZIPF;

    private static final double EXPONENT = 0.99;

    /** A draw of numbers from 0 to {@code bound - 1}. */
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
