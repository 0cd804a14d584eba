package io.github.profileengine.benchmark.apply;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to make profiles from real updates, starting with NDJSON bytes?
 *
 * <p>One invocation folds the whole sample, repeated under {@code copies} sets of ids, into an empty store; the table
 * divides by the number of updates. It runs on one thread, unless the implementation reads ahead on another.
 * {@code java -cp engine-jmh/target/benchmarks.jar io.github.profileengine.benchmark.RatioTable apply}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ApplyBenchmark {
    @Param(ApplyTable.COPIES)
    public int copies;

    @Param
    public Foldings implementation;

    private Folding folding;
    private byte[] ndjson;

    @Setup
    public void setUp() {
        folding = implementation.create();
        ndjson = SampleUpdates.repeated(SampleUpdates.lines(), copies);
    }

    @Benchmark
    public Object folded() {
        return folding.folded(ndjson);
    }
}
