package io.github.profileengine.benchmark.profile;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import java.util.HashMap;
import java.util.Map;
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
 * What does an update of five operations cost, compared with five changes one by one?
 *
 * <p>The updates are built beforehand and carry no time, so the reducer writes what the peers write and nothing else.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FiveOperationsBenchmark {
    /** The five operations on one profile, independent of its implementation. */
    @State(Scope.Thread)
    public static class Operations {
        @Param("12")
        public int properties;

        SampleProfile sample;
        FiveOperations five;
        private int next;

        @Setup
        public void setUp() {
            sample = new SampleProfile(properties);
            five = new FiveOperations(sample);
        }

        int next() {
            next = next + 1 == five.count() ? 0 : next + 1;
            return next;
        }
    }

    /** The reducer, one profile and the updates on it. */
    @State(Scope.Thread)
    public static class Reduced {
        Reducer reducer;
        Profile profile;
        Update[] updates;

        @Setup
        public void setUp(Operations operations) {
            reducer = new Reducer(ReducerOptions.defaults());
            profile = Profile.of(OwnProfile.ID, operations.sample.properties());
            updates = new Update[operations.five.count()];
            for (int i = 0; i < updates.length; i++) {
                updates[i] = operations.five.update(i);
                Profile after = reducer.reduce(profile, updates[i]).after();
                if (after == null
                        || !operations.five.expected(operations.sample, i).equals(after.properties())) {
                    throw new IllegalStateException("update " + i + " gives " + after);
                }
            }
        }
    }

    /** A plain map to copy. */
    @State(Scope.Thread)
    public static class Copied {
        Map<String, Object> map;

        @Setup
        public void setUp(Operations operations) {
            map = new HashMap<>(operations.sample.properties());
        }
    }

    /** One implementation and its profile. */
    @State(Scope.Thread)
    public static class Stepped {
        @Param
        public PropertyMaps implementation;

        PropertyMap<Object> map;
        Object profile;

        @Setup
        public void setUp(Operations operations) {
            map = implementation.create();
            profile = map.of(operations.sample.properties());
            Object after = operations.five.oneByOne(map, map.of(operations.sample.properties()), 0);
            PropertyMapCheck.check(
                    "five operations", operations.sample, operations.five.expected(operations.sample, 0), map, after);
        }
    }

    @Benchmark
    public @Nullable Profile reduced(Operations operations, Reduced reduced) {
        return reduced.reducer
                .reduce(reduced.profile, reduced.updates[operations.next()])
                .after();
    }

    @Benchmark
    public Object oneByOne(Operations operations, Stepped stepped) {
        return operations.five.oneByOne(stepped.map, stepped.profile, operations.next());
    }

    @Benchmark
    public Object copiedOnce(Operations operations, Copied copied) {
        Map<String, Object> copy = new HashMap<>(copied.map);
        operations.five.inPlace(copy, operations.next());
        return copy;
    }
}
