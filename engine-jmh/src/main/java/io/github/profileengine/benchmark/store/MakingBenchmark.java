package io.github.profileengine.benchmark.store;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does it cost to make the edits that {@link UpdateBenchmark} applies? Every row there includes this cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MakingBenchmark {
    @Param("1000000")
    public int profiles;

    @Param("2000")
    public int batch;

    @Param("SET")
    public Mix mix;

    @Param("UNIFORM")
    public Spread spread;

    private Workload workload;

    @Setup
    public void setUp() {
        workload = mix.workload(profiles, 2, spread);
    }

    /** The edits alone. */
    @Benchmark
    public Object alone() {
        return workload.edits(batch);
    }

    /** The edits and the {@code Batch} that ours applies. */
    @Benchmark
    public Object batched() {
        return EngineStore.batch(workload.edits(batch));
    }
}
