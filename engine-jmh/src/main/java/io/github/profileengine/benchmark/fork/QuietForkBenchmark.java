package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.Population;
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
 * What does a second version of all profiles cost while nobody writes, and does the cost depend on the number of
 * profiles?
 *
 * <p>{@code java -cp engine-jmh/target/benchmarks.jar io.github.profileengine.benchmark.RatioTable fork}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuietForkBenchmark {
    @Param({"10000", "100000", "1000000"})
    public int profiles;

    @Param
    public Copyables implementation;

    private Copyable copyable;

    @Setup
    public void setUp() {
        copyable = implementation.create();
        new Population(profiles, 1).fill(copyable.store());
    }

    @Benchmark
    public Object copied() {
        return copyable.copy();
    }
}
