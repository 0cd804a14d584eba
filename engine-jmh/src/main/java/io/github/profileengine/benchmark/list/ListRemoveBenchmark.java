package io.github.profileengine.benchmark.list;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What does one {@code $remove} of one value from a list of a given size cost?
 *
 * <p>Each call starts from the same list. {@code present}: the list holds the value, anywhere. {@code absent}: it does
 * not, and stays unchanged.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListRemoveBenchmark {
    private static final Object ABSENT = SampleElements.fresh(1);

    @Benchmark
    public Object present(ListState state) {
        return state.list.remove(state.base, state.nextPicked());
    }

    @Benchmark
    public Object absent(ListState state) {
        return state.list.remove(state.base, ABSENT);
    }
}
