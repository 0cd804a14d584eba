package io.github.profileengine.benchmark.list;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does one {@code $union} of one value with a list of a given size cost?
 *
 * <p>{@code growing}: the value is new, and the union continues on the newest version; {@link GrowingState} explains
 * how the size is kept. {@code present}: the list already holds the value and stays unchanged.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListUnionBenchmark {
    @Benchmark
    @OperationsPerInvocation(GrowingState.OPERATIONS)
    public void growing(GrowingState state, Blackhole hole) {
        int first = state.take();
        for (int i = 0; i < state.newest.length; i++) {
            Object newest = state.newest[i];
            for (int at = first; at < first + state.operationsPerList; at++) {
                newest = state.list.union(newest, state.freshOperands[at]);
                hole.consume(newest);
            }
            state.newest[i] = newest;
        }
    }

    @Benchmark
    public Object present(ListState state) {
        return state.list.union(state.base, state.nextPickedOperand());
    }
}
