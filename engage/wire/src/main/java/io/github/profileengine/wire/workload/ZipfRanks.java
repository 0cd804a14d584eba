package io.github.profileengine.wire.workload;

/**
 * Draws ranks from 1 to n, rank k with a probability proportional to 1 / k^exponent. The method is rejection-inversion
 * (Hörmann, Derflinger: Rejection-inversion to generate variates from monotone discrete distributions, 1996), which
 * needs no table.
 *
 * <p>Uses {@code StrictMath}, because the results of {@code Math} may differ between machines. Immutable.
 */
final class ZipfRanks {
    /** For x of at most this size, the quotients come from their series: at 0 the plain formula would be 0 / 0. */
    private static final double SMALL = 1e-8;

    private final long ranks;
    private final double exponent;
    private final double integralAtHalf;
    private final double integralAtEnd;
    private final double acceptance;

    ZipfRanks(long ranks, double exponent) {
        this.ranks = ranks;
        this.exponent = exponent;
        this.integralAtHalf = integral(1.5) - 1;
        this.integralAtEnd = integral(ranks + 0.5);
        this.acceptance = 2 - inverse(integral(2.5) - density(2));
    }

    long next(SeededRandom random) {
        while (true) {
            double drawn = integralAtEnd + random.fraction() * (integralAtHalf - integralAtEnd);
            double place = inverse(drawn);
            long rank = Math.max(1, Math.min(ranks, (long) (place + 0.5)));
            if (rank - place <= acceptance || drawn >= integral(rank + 0.5) - density((double) rank)) {
                return rank;
            }
        }
    }

    private double density(double place) {
        return StrictMath.exp(-exponent * StrictMath.log(place));
    }

    /** The integral of the density from 1 to {@code place}. */
    private double integral(double place) {
        double log = StrictMath.log(place);
        return growth((1 - exponent) * log) * log;
    }

    private double inverse(double integral) {
        double scaled = Math.max(-1, integral * (1 - exponent));
        return StrictMath.exp(logQuotient(scaled) * integral);
    }

    /** (e^x - 1) / x. */
    private static double growth(double x) {
        return Math.abs(x) > SMALL ? StrictMath.expm1(x) / x : 1 + x / 2;
    }

    /** log(1 + x) / x. */
    private static double logQuotient(double x) {
        return Math.abs(x) > SMALL ? StrictMath.log1p(x) / x : 1 - x / 2;
    }
}
