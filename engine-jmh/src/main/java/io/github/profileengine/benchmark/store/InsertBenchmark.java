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
 * What do updates cost if every other one makes a profile?
 *
 * <p>One invocation grows an empty store to {@code profiles} profiles of twelve properties, in batches of 2,000
 * updates; see {@link Growth}. The amount of work is fixed, because otherwise the faster stores would grow larger.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InsertBenchmark {
    private static final int BATCH = 2_000;

    @Param("1000000")
    public int profiles;

    @Param
    public Stores implementation;

    private Store store;

    @Setup(Level.Iteration)
    public void begin() {
        store = implementation.create();
        System.gc();
    }

    @Benchmark
    public void inserted() {
        ProcessorTime.tell(this::insert);
    }

    private void insert() {
        Growth growth = new Growth();
        int made = 0;
        for (int second = 0; made < profiles; second++) {
            store.apply(growth.edits(BATCH), second);
            made += BATCH / 2;
        }
    }

    @TearDown(Level.Iteration)
    public void end() {
        store.close();
    }
}
