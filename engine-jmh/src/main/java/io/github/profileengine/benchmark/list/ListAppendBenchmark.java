package io.github.profileengine.benchmark.list;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does one {@code $append} to a list of a given size cost?
 *
 * <p>{@code growing}: every append continues on the newest version, as in ordinary use; {@link GrowingState} explains
 * how the size is kept. {@code forked}: every append starts from the same old version, which is our worst case, because
 * it copies. {@code java -cp engine-jmh/target/benchmarks.jar io.github.profileengine.benchmark.RatioTable list}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListAppendBenchmark {
    @Benchmark
    @OperationsPerInvocation(GrowingState.OPERATIONS)
    public void growing(GrowingState state, Blackhole hole) {
        int first = state.take();
        for (int i = 0; i < state.newest.length; i++) {
            Object newest = state.newest[i];
            for (int at = first; at < first + state.operationsPerList; at++) {
                newest = state.list.append(newest, state.fresh[at]);
                hole.consume(newest);
            }
            state.newest[i] = newest;
        }
    }

    @Benchmark
    public Object forked(ListState state) {
        return state.list.append(state.base, state.nextPicked());
    }
}
