package io.github.profileengine.benchmark.profile;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What do the other operators on one property of an immutable profile cost?
 *
 * <p>{@code setOnceAbsent} adds a name to the profile, and {@code unset} removes one. A mutable map keeps the change
 * for the next call. So after the first round these two would measure nothing on it, and the table leaves it out.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProfileOperationsBenchmark {
    @Benchmark
    public Object add(ProfileState state) {
        return state.map.add(state.profile, state.nextIntegerName(), state.nextInteger());
    }

    @Benchmark
    public Object setOnceAbsent(ProfileState state) {
        return state.map.setOnce(state.profile, state.nextAbsentName(), state.nextValue());
    }

    @Benchmark
    public Object setOncePresent(ProfileState state) {
        return state.map.setOnce(state.profile, state.nextName(), state.nextValue());
    }

    @Benchmark
    public Object unset(ProfileState state) {
        return state.map.unset(state.profile, state.nextName());
    }
}
