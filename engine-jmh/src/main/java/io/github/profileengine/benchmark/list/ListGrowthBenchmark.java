package io.github.profileengine.benchmark.list;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Does an append, or a union with a new value, stay cheap while a list grows from nothing to {@code size}?
 *
 * <p>One invocation builds the whole list by {@code size} operations, each on the newest version. Copies for growth and
 * indexing are included; the table divides by {@code size}. Peers whose operation looks at the whole list take
 * quadratic time, and are not run at a million.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListGrowthBenchmark {
    @Param({"100", "10000", "1000000"})
    public int size;

    @Param
    public ElementLists implementation;

    private ElementList<Object> list;
    private Object[] elements;
    private List<Object>[] operands;

    @Setup
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    public void setUp() {
        list = implementation.create();
        elements = SampleElements.stored(size).toArray();
        operands = new List[size];
        for (int i = 0; i < size; i++) {
            operands[i] = List.of(elements[i]);
        }
        ElementListCheck.check(list, 0);
        if (!list.content(appended()).equals(List.of(elements))) {
            throw new IllegalStateException(implementation + " grown to " + size + " elements differs");
        }
    }

    @Benchmark
    public Object appended() {
        Object newest = list.of(List.of());
        for (Object element : elements) {
            newest = list.append(newest, element);
        }
        return newest;
    }

    @Benchmark
    public Object united() {
        Object newest = list.of(List.of());
        for (List<Object> operand : operands) {
            newest = list.union(newest, operand);
        }
        return newest;
    }
}
