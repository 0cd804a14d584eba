package io.github.profileengine.benchmark.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a large file of updates cost, from its first byte to all profiles?
 *
 * <p>One invocation folds the whole file into an empty store; the table divides by the number of updates. The store of
 * the invocation before is garbage by then. Collecting it is inside the time, as it would be in a longer run.
 * {@code java -cp engine-jmh/target/benchmarks.jar io.github.profileengine.benchmark.RatioTable endtoend}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EndToEndBenchmark {
    @Param("5000000")
    public int updates;

    @Param
    public Inputs input;

    @Param
    public Foldings implementation;

    private Folding folding;
    private Path file;

    @Setup
    public void setUp() {
        folding = implementation.create();
        file = input.file(updates);
    }

    @Benchmark
    public Object folded() {
        return Inputs.folded(folding, file);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }
}
