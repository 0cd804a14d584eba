package io.github.profileengine.benchmark.store;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What does it cost to read one property of one of a million profiles, by an id that is a text of its own? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StoreReadBenchmark {
    @Benchmark
    public @Nullable Object read(StoreState state) {
        return state.store.read(state.population.anyId(), state.population.anyName());
    }
}
