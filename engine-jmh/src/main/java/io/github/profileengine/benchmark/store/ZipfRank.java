package io.github.profileengine.benchmark.store;

import java.util.SplittableRandom;

/**
 * Ranks from 1 to a bound, each drawn in proportion to 1 / rank^exponent, exactly and without a table, by rejection
 * inversion (Hörmann and Derflinger, ACM TOMACS 6, 1996). A rank needs about one draw of a real number.
 */
final class ZipfRank {
    private final double exponent;
    private final int bound;
    private final double highest;
    private final double span;
    private final double shortcut;

    /**
     * Ranks up to {@code bound}.
     *
     * @param exponent above 0 and not 1
     */
    ZipfRank(int bound, double exponent) {
        if (bound < 1 || exponent <= 0 || exponent == 1) {
            throw new IllegalArgumentException("no ranks up to " + bound + " with the exponent " + exponent);
        }
        this.exponent = exponent;
        this.bound = bound;
        highest = integral(bound + 0.5);
        span = integral(1.5) - 1 - highest;
        shortcut = 2 - inverse(integral(2.5) - weight(2));
    }

    int next(SplittableRandom random) {
        while (true) {
            double area = highest + random.nextDouble() * span;
            double at = inverse(area);
            int rank = (int) Math.max(1, Math.min(bound, Math.rint(at)));
            if (rank - at <= shortcut || area >= integral(rank + 0.5) - weight(rank)) {
                return rank;
            }
        }
    }

    private double weight(double at) {
        return Math.exp(-exponent * Math.log(at));
    }

    private double integral(double to) {
        return Math.expm1((1 - exponent) * Math.log(to)) / (1 - exponent);
    }

    private double inverse(double area) {
        return Math.exp(Math.log1p(Math.max(-1, area * (1 - exponent))) / (1 - exponent));
    }
}
