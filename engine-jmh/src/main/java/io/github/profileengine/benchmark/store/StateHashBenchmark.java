package io.github.profileengine.benchmark.store;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.StoreKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does the hash of a whole state cost? One invocation hashes all profiles as they were created. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StateHashBenchmark {
    @Param({"10000", "1000000"})
    public int profiles;

    @Param
    public StoreKind kind;

    private Snapshot snapshot;

    @Setup
    public void setUp() {
        EngineStore store = new EngineStore(kind);
        new Population(profiles, 1).fill(store);
        snapshot = store.engine().snapshot();
    }

    @Benchmark
    public StateHash hashed() {
        return snapshot.stateHash();
    }
}
