package io.github.profileengine.benchmark.store;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to make the edits that make profiles? Every row of {@link FootprintBenchmark} and
 * {@link InsertBenchmark} includes this cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MakingProfilesBenchmark {
    /** Edits of one call. */
    static final int BATCH = 2_000;

    private static final int MILLION = 1_000_000;

    private final Population population = new Population(MILLION, 1);
    private Growth growth = new Growth();
    private int made;

    /** Edits that make one profile each. */
    @Benchmark
    public Object filling() {
        Edit[] edits = new Edit[BATCH];
        for (int at = 0; at < BATCH; at++) {
            edits[at] = population.made(Population.id((made + at) % MILLION));
        }
        made = (made + BATCH) % MILLION;
        return edits;
    }

    /** Edits of which every other one makes a profile. */
    @Benchmark
    public Object inserting() {
        if (made >= MILLION) {
            growth = new Growth();
            made = 0;
        }
        made += BATCH / 2;
        return growth.edits(BATCH);
    }
}
