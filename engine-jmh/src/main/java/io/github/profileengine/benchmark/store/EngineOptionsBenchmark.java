package io.github.profileengine.benchmark.store;

import io.github.profileengine.store.BatchResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What do the engine's options cost the writer?
 *
 * <p>One invocation applies a batch to the packed store. The entries of a recording are taken out and dropped on the
 * same thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineOptionsBenchmark {
    @Param("1000000")
    public int profiles;

    @Param("2000")
    public int batch;

    @Param
    public EngineOption option;

    private OptionStore store;
    private Population population;
    private int second;

    @Setup
    public void setUp() {
        store = new OptionStore(option);
        new Population(profiles, 1).fill(store.store());
        population = new Population(profiles, 2);
        store.begin();
    }

    @Benchmark
    public BatchResult applied(Blackhole hole) {
        second = Math.max(0, second + 1);
        return store.applied(population.edits(batch), second, hole::consume);
    }
}
