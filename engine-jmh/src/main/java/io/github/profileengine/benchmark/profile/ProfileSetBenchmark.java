package io.github.profileengine.benchmark.profile;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What does one {@code $set} of one property on an immutable profile cost?
 *
 * <p>The name is one of the profile's own. The value is never equal to the stored one, because setting an equal value
 * returns the same profile and would measure nothing. {@code java -cp engine-jmh/target/benchmarks.jar
 * io.github.profileengine.benchmark.RatioTable profile}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProfileSetBenchmark {
    @Benchmark
    public Object set(ProfileState state) {
        return state.map.set(state.profile, state.nextName(), state.nextValue());
    }
}
