package io.github.profileengine.benchmark.store;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One implementation, filled, and what comes next. For one thread. */
@State(Scope.Benchmark)
public class StoreState {
    @Param("1000000")
    public int profiles;

    @Param
    public Stores implementation;

    Store store;
    Population population;
    private int second;

    @Setup
    public void setUp() {
        store = implementation.create();
        new Population(profiles, 1).fill(store);
        population = new Population(profiles, 2);
    }

    int nextSecond() {
        second = Math.max(0, second + 1);
        return second;
    }
}
