package io.github.profileengine.benchmark.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SteadyLoadTest {
    private static final long MILLI = 1_000_000;

    /** Time that passes only where somebody says so. */
    private static final class Told implements Pace {
        private long now = 77;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void await(long nanoTime) {
            now = Math.max(now, nanoTime);
        }
    }

    /** Takes a tenth of a millisecond for a batch, and once twenty. */
    private static final class Hiccup implements Store {
        private final Told time;
        private final int at;
        private int batches;

        Hiccup(Told time, int at) {
            this.time = time;
            this.at = at;
        }

        @Override
        public void apply(Edit[] edits, int second) {
            time.now += batches++ == at ? 20 * MILLI : MILLI / 10;
        }

        @Override
        public Object read(String id, String name) {
            return id;
        }

        @Override
        public Map<String, Object> content(String id) {
            return Map.of();
        }
    }

    private static SteadyLoad load(int hiccupAt) {
        Told time = new Told();
        return new SteadyLoad(new Hiccup(time, hiccupAt), new Population(10, 1), 1, time);
    }

    @Test
    void peak_tenthOfAMillisecondEach_isTenThousandASecond() {
        assertThat(load(-1).peak(1_000 * MILLI)).isEqualTo(10_000.0);
    }

    @Test
    void latencies_storeThatKeepsUp_areThoseOfOneBatch() {
        Histogram latencies = load(-1).latencies(1_000, 1_000 * MILLI);
        assertThat(latencies.getTotalCount()).isEqualTo(1_000);
        assertThat(latencies.getMaxValue()).isBetween(MILLI / 10, MILLI / 10 + 200);
    }

    /** Twenty batches were due while the store stood still, and more while it caught up. */
    @Test
    void latencies_storeThatStoodStill_countAllBatchesThatHadToWait() {
        Histogram latencies = load(100).latencies(1_000, 1_000 * MILLI);
        assertThat(latencies.getTotalCount()).isEqualTo(1_000);
        assertThat(latencies.getMaxValue()).isBetween(20 * MILLI, 20 * MILLI + 20_000);
        assertThat(latencies.getCountBetweenValues(10 * MILLI, 30 * MILLI)).isBetween(10L, 13L);
        assertThat(latencies.getCountBetweenValues(MILLI, 30 * MILLI)).isBetween(20L, 24L);
    }

    @Test
    void latencies_line_comesBack() {
        Latencies some = new Latencies(50, LatencyRun.OWN, 1234.5, 1, 2, 3, 4);
        assertThat(Latencies.of(some.line())).isEqualTo(some);
    }
}
