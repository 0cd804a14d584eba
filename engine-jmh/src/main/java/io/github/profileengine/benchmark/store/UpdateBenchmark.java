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
 * What does an update cost, by number of profiles, size of batches, number of threads, and operators?
 *
 * <p>One invocation makes a batch of edits and applies it; the table divides by the batch size. The cost of making the
 * edits is measured by {@link MakingBenchmark} and not subtracted. {@code java -cp engine-jmh/target/benchmarks.jar
 * io.github.profileengine.benchmark.RatioTable update}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UpdateBenchmark {
    /** How many edits are applied together. */
    @State(Scope.Benchmark)
    public static class BatchSize {
        @Param("2000")
        public int batch;
    }

    @Benchmark
    public void applied(StoreState filled, WriterState writer, BatchSize size) {
        filled.store.apply(writer.workload.edits(size.batch), writer.nextSecond());
    }
}
