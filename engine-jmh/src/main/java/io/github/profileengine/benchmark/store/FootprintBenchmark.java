package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.ProcessorTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * What does it cost to make a million profiles, and how much heap do they take?
 *
 * <p>One invocation fills an empty store; making the values is included. The heap is all that is in use after a
 * collection: the values, ids, tables, and the few megabytes of the JVM itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FootprintBenchmark {
    @Param("1000000")
    public int profiles;

    @Param
    public Stores implementation;

    private @Nullable Store store;

    /** Starts a store: some of them are servers, whose start is not part of filling them. */
    @Setup(Level.Iteration)
    public void begin() {
        if (store != null) {
            store.close();
        }
        store = null;
        System.gc();
        store = implementation.create();
    }

    @Benchmark
    public Object filled() {
        Store filled = Objects.requireNonNull(store);
        ProcessorTime.tell(() -> new Population(profiles, 1).fill(filled));
        return filled;
    }

    @TearDown(Level.Iteration)
    public void measure() {
        HeapFigures.tell(Objects.requireNonNull(store));
    }
}
