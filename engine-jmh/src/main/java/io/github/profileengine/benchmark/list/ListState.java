package io.github.profileengine.benchmark.list;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One implementation, a list of {@code size} distinct texts, and operands that are taken in turn, made beforehand. */
@State(Scope.Thread)
public class ListState {
    private static final int CHECKED_SIZE = 200;
    private static final int PICKED = 1024;

    @Param({"5", "100", "10000", "1000000"})
    public int size;

    @Param
    public ElementLists implementation;

    ElementList<Object> list;
    Object base;

    private Object[] picked;
    private List<Object>[] pickedOperands;
    private int next;

    @Setup
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    public void setUp() {
        list = implementation.create();
        ElementListCheck.check(list, Math.min(size, CHECKED_SIZE));
        List<Object> stored = SampleElements.stored(size);
        base = list.of(stored);
        picked = new Object[PICKED];
        pickedOperands = new List[PICKED];
        for (int i = 0; i < PICKED; i++) {
            // Spread over the whole list in an order that no cache can
            // predict; equal to the stored text, but another instance.
            picked[i] = SampleElements.copy(stored.get((int) (i * 2_654_435_761L % size)));
            pickedOperands[i] = List.of(picked[i]);
        }
    }

    /** An element of the list. */
    Object nextPicked() {
        return picked[next++ & PICKED - 1];
    }

    /** A list of one element of the list. */
    List<Object> nextPickedOperand() {
        return pickedOperands[next++ & PICKED - 1];
    }
}
