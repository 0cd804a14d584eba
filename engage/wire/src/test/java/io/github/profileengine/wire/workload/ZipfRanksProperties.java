package io.github.profileengine.wire.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** Ranks occur as often as the formula says, whatever the exponent is. */
class ZipfRanksProperties {
    private static final int DRAWS = 50_000;

    @Property(tries = 30)
    void next_ofFewRanks_comesInProportionToThePower(
            @ForAll @DoubleRange(min = 0.05, max = 4) double exponent, @ForAll long seed) {
        long[] counts = counts(new ZipfRanks(20, exponent), 20, seed);
        double sum = 0;
        for (int rank = 1; rank <= 20; rank++) {
            sum += Math.pow(rank, -exponent);
        }

        for (int rank = 1; rank <= 20; rank++) {
            double expected = DRAWS * Math.pow(rank, -exponent) / sum;
            // Six standard deviations: of all draws that these tests ever make, not one should be outside.
            assertThat((double) counts[rank]).isCloseTo(expected, within(6 * Math.sqrt(expected) + 1));
        }
    }

    @Property(tries = 100)
    void next_ofAnyNumberOfRanks_staysWithin(
            @ForAll @LongRange(min = 1, max = 1L << 40) long ranks,
            @ForAll @DoubleRange(min = 0.01, max = 10) double exponent,
            @ForAll long seed) {
        ZipfRanks zipf = new ZipfRanks(ranks, exponent);
        SeededRandom random = new SeededRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            assertThat(zipf.next(random)).isBetween(1L, ranks);
        }
    }

    /** The exponent at which the formula for the integral is not defined. */
    @Example
    void next_ofExponentOne_favoursTheFirstOfAMillion() {
        long[] counts = counts(new ZipfRanks(1_000_000, 1), 1_000_000, 5);

        // 1 / (the sum of 1/k up to a million) = 1 / 14.39.
        assertThat((double) counts[1] / DRAWS).isCloseTo(1 / 14.39, within(0.01));
        assertThat((double) counts[2] / DRAWS).isCloseTo(1 / 28.79, within(0.01));
    }

    private static long[] counts(ZipfRanks zipf, int ranks, long seed) {
        SeededRandom random = new SeededRandom(seed);
        long[] counts = new long[ranks + 1];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) zipf.next(random)]++;
        }
        return counts;
    }
}
