package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfRankTest {
    private static final int DRAWS = 400_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.99, 2})
    void next_manyDraws_followTheLaw(double exponent) {
        int bound = 50;
        long[] drawn = new long[bound + 1];
        ZipfRank rank = new ZipfRank(bound, exponent);
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[rank.next(random)]++;
        }

        double all = 0;
        for (int at = 1; at <= bound; at++) {
            all += Math.pow(at, -exponent);
        }
        for (int at = 1; at <= bound; at++) {
            double expected = DRAWS * Math.pow(at, -exponent) / all;
            assertThat((double) drawn[at]).as("rank %d", at).isCloseTo(expected, within(6 * Math.sqrt(expected)));
        }
    }

    @Test
    void next_oneRank_isAlwaysIt() {
        assertThat(new ZipfRank(1, 0.99).next(new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void new_exponentOfOne_isRefused() {
        assertThatThrownBy(() -> new ZipfRank(10, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 4_096, 5_000, 65_537})
    void scatter_allNumbers_areHitOnce(int bound) {
        Scatter scatter = new Scatter(bound);
        boolean[] hit = new boolean[bound];
        for (int number = 0; number < bound; number++) {
            int to = scatter.of(number);
            assertThat(hit[to]).isFalse();
            hit[to] = true;
        }
    }
}
