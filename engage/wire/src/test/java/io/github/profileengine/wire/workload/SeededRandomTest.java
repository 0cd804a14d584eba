package io.github.profileengine.wire.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** The JDK's class happens to use the same algorithm. If it changes, this one must not. */
    @Test
    void next_ofASeed_isThatOfSplitMix64() {
        SeededRandom random = new SeededRandom(1_234_567);

        // From the reference implementation in C, by Sebastiano Vigna.
        assertThat(random.next()).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(random.next()).isEqualTo(3_203_168_211_198_807_973L);
        assertThat(new SeededRandom(42).next()).isEqualTo(new SplittableRandom(42).nextLong());
    }

    @Test
    void below_aBound_drawsAllEvenly() {
        SeededRandom random = new SeededRandom(3);
        int[] counts = new int[5];
        for (int i = 0; i < 100_000; i++) {
            counts[random.below(5)]++;
        }

        for (int count : counts) {
            assertThat(count).isCloseTo(20_000, within(800));
        }
    }

    @Test
    void below_theLargestBound_reachesBothHalves() {
        SeededRandom random = new SeededRandom(3);
        long bound = 1L << 61;
        int upper = 0;
        for (int i = 0; i < 10_000; i++) {
            long drawn = random.below(bound);
            assertThat(drawn).isBetween(0L, bound - 1);
            upper += drawn >= bound / 2 ? 1 : 0;
        }

        assertThat(upper).isCloseTo(5_000, within(300));
    }
}
