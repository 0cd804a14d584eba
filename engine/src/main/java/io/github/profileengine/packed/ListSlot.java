package io.github.profileengine.packed;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.ListValue;
import org.jspecify.annotations.Nullable;

/** A list that lies in a record, until that is written. An operator that adds to it makes no object of it. */
final class ListSlot implements CurrentList {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int size;
    private @Nullable ListValue made;

    /** The list that lies at {@code from} to {@code to}. */
    ListSlot(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.size = ElementBytes.count(bytes, from + 1, to);
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
        return size;
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
        return isDistinct() ? size : 1;
    }

    @Override
    public CurrentList distinct() {
        return isDistinct() ? this : value().distinct();
    }

    @Override
    public Object union(ListValue operand) {
        if (operand.size() <= size) {
            return CurrentList.super.union(operand);
        }
        // A list has an index for many questions.
        Object united = value().union(operand);
        return united == made ? this : united;
    }

    @Override
    public CurrentList without(ListValue gone) {
        if (gone.size() <= size && !holdsAny(gone)) {
            return this;
        }
        ListValue left = value().without(gone);
        return left == made ? this : left;
    }
}
