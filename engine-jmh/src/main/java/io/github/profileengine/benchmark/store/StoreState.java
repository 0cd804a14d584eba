package io.github.profileengine.benchmark.store;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One implementation, filled with profiles. All threads share it. */
@State(Scope.Benchmark)
public class StoreState {
    @Param
    public Stores implementation;

    @Param("1000000")
    public int profiles;

    @Param("SET")
    public Mix mix;

    @Param("G1")
    public Collector collector;

    Store store;

    @Setup
    public void setUp() {
        collector.requireRunning();
        store = implementation.create();
        mix.workload(profiles, 1, Spread.UNIFORM).fill(store);
    }

    @TearDown
    public void tearDown() {
        store.close();
    }
}
