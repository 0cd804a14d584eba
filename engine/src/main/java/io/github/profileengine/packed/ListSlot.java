package io.github.profileengine.packed;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.ListValue;
import org.jspecify.annotations.Nullable;

/** A list that lies in a record, until that is written. An operator that adds to it makes no object of it. */
final class ListSlot implements CurrentList {
    private static final int UNKNOWN = -1;

    private final byte[] bytes;
    private final int from;
    private final int to;
    // Counted when it is asked for: that is to go from one element to the next, and who finds nothing to do needs none.
    private int size = UNKNOWN;
    private @Nullable ListValue made;

    /** The list that lies at {@code from} to {@code to}. */
    ListSlot(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    @Override
    public int size() {
        int known = size == UNKNOWN ? ElementBytes.count(bytes, from + 1, to) : size;
        size = known;
        return known;
    }

    @Override
    public boolean isEmpty() {
        return to == from + 1;
    }

    // Not more than there are elements.
    private boolean areFew(ListValue values) {
        return values.size() <= (isEmpty() ? 0 : 1) || values.size() <= size();
    }

    @Override
    public ListValue value() {
        ListValue known = made;
        if (known == null) {
            known = ListBytes.read(bytes, from, to);
            made = known;
        }
        return known;
    }

    @Override
    public boolean holds(@Nullable Object value) {
        return ListBytes.holds(bytes, from + 1, to, value);
    }

    boolean isDistinct() {
        return bytes[from] == ValueBytes.DISTINCT_LIST;
    }

    @Override
    public int uniquePrefix() {
        return isDistinct() ? size() : 1;
    }

    @Override
    public CurrentList distinct() {
        return isDistinct() ? this : value().distinct();
    }

    @Override
    public Object union(ListValue operand) {
        if (areFew(operand)) {
            return CurrentList.super.union(operand);
        }
        // A list has an index for many questions.
        Object united = value().union(operand);
        return united == made ? this : united;
    }

    @Override
    public CurrentList without(ListValue gone) {
        if (areFew(gone) && !holdsAny(gone)) {
            return this;
        }
        ListValue left = value().without(gone);
        return left == made ? this : left;
    }
}
