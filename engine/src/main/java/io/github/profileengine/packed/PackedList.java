package io.github.profileengine.packed;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import org.jspecify.annotations.Nullable;

/**
 * A list in a record, until that is written, or what is left of one. An operator that adds to it or removes few values
 * makes no {@link ListValue} of it.
 */
final class PackedList implements CurrentList {
    private static final int UNKNOWN = -1;
    // Each removed value is searched for in all bytes and copies them. More values are removed faster from a ListValue.
    private static final int MOST_GONE = 4;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int taken;
    // Counted on demand: counting walks over all elements, and an operator that finds nothing to do does not need it.
    private int size = UNKNOWN;
    private @Nullable ListValue made;

    /** The list at {@code from} to {@code to}. */
    PackedList(byte[] bytes, int from, int to) {
        this(bytes, from, to, 0);
    }

    private PackedList(byte[] bytes, int from, int to, int taken) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.taken = taken;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** By how many bytes of {@link Footprint} this list is smaller than the one in the record. */
    int taken() {
        return taken;
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

    // Whether there are no more values than elements.
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
        return find(from + 1, value) != ListBytes.NOT_THERE;
    }

    private int find(int begin, @Nullable Object value) {
        return ListBytes.find(bytes, begin, to, value);
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
        // A ListValue has an index for many look-ups.
        Object united = value().union(operand);
        return united == made ? this : united;
    }

    @Override
    public CurrentList without(ListValue gone) {
        if (gone.size() <= MOST_GONE) {
            return withoutEach(gone);
        } else if (areFew(gone) && !holdsAny(gone)) {
            return this;
        }
        ListValue left = value().without(gone);
        return left == made ? this : left;
    }

    private PackedList withoutEach(ListValue gone) {
        PackedList left = this;
        for (int at = 0; at < gone.size(); at++) {
            left = left.withoutEvery(gone.element(at));
        }
        if (left != this && !isDistinct()) {
            left.bytes[left.from] = ListBytes.kind(left.bytes, left.from + 1, left.to);
        }
        return left;
    }

    // Returns new bytes. They keep the kind, which says whether elements repeat.
    private PackedList withoutEvery(@Nullable Object value) {
        int at = find(from + 1, value);
        if (at == ListBytes.NOT_THERE) {
            return this;
        }
        byte[] others = new byte[length()];
        int length = 0;
        int lost = 0;
        int next = from;
        while (at != ListBytes.NOT_THERE) {
            System.arraycopy(bytes, next, others, length, at - next);
            length += at - next;
            lost += (int) Footprint.SLOT + ElementBytes.footprint(bytes, at);
            next = ElementBytes.end(bytes, at);
            at = isDistinct() ? ListBytes.NOT_THERE : find(next, value);
        }
        System.arraycopy(bytes, next, others, length, to - next);
        return new PackedList(others, 0, length + to - next, taken + lost);
    }
}
