package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.EngineStore;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How much slower are writes when the engine is forked again and again?
 *
 * <p>One invocation applies {@value #WRITES} updates of one property in batches of {@value Writer#BATCH}, after one
 * fork or none; the table divides by the number of updates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForkedWritesBenchmark {
    static final int WRITES = 100_000;

    /** What happens to a fork. */
    public enum Forks {
        NONE,
        DROPPED,
        KEPT;

        /** The row's name in a table. */
        String label() {
            return switch (this) {
                case NONE -> "no forks";
                case DROPPED -> "one fork per 100,000 writes, dropped at once";
                case KEPT -> "one fork per 100,000 writes, kept until the next";
            };
        }
    }

    @Param("1000000")
    public int profiles;

    @Param({"PACKED", "PLAIN"})
    public StoreKind kind;

    @Param
    public Forks forks;

    private EngineStore store;
    private Population population;
    private @Nullable ProfileEngine kept;
    private int second;

    @Setup
    public void setUp() {
        store = new EngineStore(kind);
        new Population(profiles, 1).fill(store);
        population = new Population(profiles, 2);
    }

    @Benchmark
    public @Nullable Object written() {
        if (forks != Forks.NONE) {
            ProfileEngine fork = store.engine().fork();
            kept = forks == Forks.KEPT ? fork : null;
        }
        for (int done = 0; done < WRITES; done += Writer.BATCH) {
            second = Math.max(0, second + 1);
            store.apply(population.edits(Writer.BATCH), second);
        }
        return kept;
    }
}
