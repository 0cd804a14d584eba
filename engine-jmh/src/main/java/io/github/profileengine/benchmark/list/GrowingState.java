package io.github.profileengine.benchmark.list;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Lists that grow by operations on their newest versions. Once they have grown by about a quarter, new lists of
 * {@code size} elements replace them, so that they keep about their size.
 *
 * <p>Replacing is not measured for any implementation. A new list has had one append and one union, so ours has room at
 * its end and an index. {@link ListGrowthBenchmark} measures what those cost and excludes nothing. One invocation is
 * always {@value #OPERATIONS} operations: on 32 lists of 5 elements, 8 lists of 100, or one longer list.
 */
@State(Scope.Thread)
public class GrowingState {
    static final int OPERATIONS = 128;

    ElementList<Object> list;
    Object[] newest;
    int operationsPerList;
    Object[] fresh;
    List<Object>[] freshOperands;

    private List<Object> stored;
    private int used;

    @Setup
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    public void setUp(ListState state) {
        list = state.list;
        stored = SampleElements.stored(state.size);
        operationsPerList = state.size < 16 ? 4 : state.size < 1000 ? 16 : OPERATIONS;
        newest = new Object[OPERATIONS / operationsPerList];
        int round = Math.max(operationsPerList, state.size / 4 / OPERATIONS * OPERATIONS);
        fresh = new Object[round];
        freshOperands = new List[round];
        for (int i = 0; i < round; i++) {
            fresh[i] = SampleElements.fresh(i);
            freshOperands[i] = List.of(fresh[i]);
        }
        used = fresh.length;
    }

    /** Replaces the lists if they have grown enough. */
    @Setup(Level.Invocation)
    public void renew() {
        if (used + operationsPerList > fresh.length) {
            for (int i = 0; i < newest.length; i++) {
                Object base = list.append(list.of(new ArrayList<>(stored)), "room at the end");
                newest[i] = list.union(base, List.of("an index"));
            }
            used = 0;
        }
    }

    /** The index of the first fresh operand of this invocation; the operands are the same for each list. */
    int take() {
        int first = used;
        used += operationsPerList;
        return first;
    }
}
