package io.github.profileengine.benchmark.store;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does an update of one property of one of a million profiles cost, in batches of several sizes?
 *
 * <p>One invocation makes a batch of edits and applies it; the table divides by its size. What making it costs is
 * measured by itself and not subtracted. {@code java -cp engine-jmh/target/benchmarks.jar
 * io.github.profileengine.benchmark.RatioTable store}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StoreSetBenchmark {
    /** How many edits are applied together. */
    @State(Scope.Benchmark)
    public static class BatchSize {
        @Param({"1", "50", "2000"})
        public int batch;
    }

    /** Edits without a store. */
    @State(Scope.Benchmark)
    public static class EditsAlone {
        @Param("1000000")
        public int profiles;

        private Population population;

        Edit[] edits(int count) {
            if (population == null) {
                population = new Population(profiles, 2);
            }
            return population.edits(count);
        }
    }

    @Benchmark
    public void set(StoreState state, BatchSize size) {
        state.store.set(state.population.edits(size.batch), state.nextSecond());
    }

    /** The edits alone. */
    @Benchmark
    public Object made(EditsAlone alone, BatchSize size) {
        return alone.edits(size.batch);
    }

    /** The edits and the {@code Batch} that ours applies. */
    @Benchmark
    public Object batched(EditsAlone alone, BatchSize size) {
        return EngineStore.batch(alone.edits(size.batch));
    }
}
