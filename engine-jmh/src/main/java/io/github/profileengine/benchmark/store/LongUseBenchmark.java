package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.ProcessorTime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How much heap do profiles take after most of their values were replaced by longer and shorter ones?
 *
 * <p>One invocation applies {@value #UPDATES} updates for each profile to a store that was filled before; making the
 * updates is included. The amount of work is fixed, so that all stores have the same past.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LongUseBenchmark {
    static final int UPDATES = 20;

    private static final int BATCH = 2_000;

    @Param("200000")
    public int profiles;

    @Param
    public Stores implementation;

    private Store store;
    private Workload workload;

    @Setup(Level.Iteration)
    public void begin() {
        store = implementation.create();
        Mix.TEXTS.workload(profiles, 1, Spread.UNIFORM).fill(store);
        workload = Mix.TEXTS.workload(profiles, 2, Spread.UNIFORM);
        System.gc();
    }

    @Benchmark
    public void used() {
        ProcessorTime.tell(this::update);
    }

    private void update() {
        int batches = profiles / BATCH * UPDATES;
        for (int second = 1; second <= batches; second++) {
            store.apply(workload.edits(BATCH), second);
        }
    }

    @TearDown(Level.Iteration)
    public void end() {
        HeapFigures.tell(store);
        store.close();
    }
}
