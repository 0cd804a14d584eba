package io.github.profileengine.benchmark.store;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The next edits of one thread on a filled store. Every thread has a workload of its own. */
@State(Scope.Thread)
public class WriterState {
    private static final int FIRST_SEED = 2;

    @Param("UNIFORM")
    public Spread spread;

    Workload workload;
    private int second;

    @Setup
    public void setUp(StoreState filled, ThreadParams threads) {
        workload = filled.mix.workload(filled.profiles, FIRST_SEED + threads.getThreadIndex(), spread);
    }

    int nextSecond() {
        second = Math.max(0, second + 1);
        return second;
    }
}
