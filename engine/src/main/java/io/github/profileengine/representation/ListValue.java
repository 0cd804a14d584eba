package io.github.profileengine.representation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list: a read-only view of the first {@code size} elements of an array that later versions may share. Immutable and
 * safe to share between threads; as a {@code List} it refuses every change.
 *
 * <h2>Cost</h2>
 *
 * Appending to the newest version writes one slot, whatever the size ({@link ListTail}); appending to an older one
 * copies once. From {@value #INDEXED_FROM} elements on, union uses the shared index. It looks only at what follows the
 * {@code uniquePrefix}, the leading elements known to be distinct.
 */
public final class ListValue extends AbstractList<@Nullable Object> implements CurrentList, RandomAccess {
    private static final int INDEXED_FROM = 16;
    private static final int UNKNOWN = -1;

    public static final ListValue EMPTY = new ListValue(new Object[0], 0, null, 0, null, 1, 0, 0);

    private final @Nullable Object[] elements;
    private final int size;
    private final @Nullable ListTail tail;
    // Functions of the content, written as a whole; a race only computes them twice. The prefix is what is known
    // without a look, and the whole list once a look has found no repeat.
    private int uniquePrefix;
    private @Nullable Measure measure;
    private int hash;
    private int footprint;
    // The heap of the elements, and of the list when it was first asked.
    private int elementBytes;
    private int heapSize = UNKNOWN;

    private ListValue(
            @Nullable Object[] elements,
            int size,
            @Nullable ListTail tail,
            int uniquePrefix,
            @Nullable Measure measure,
            int hash,
            int footprint,
            int elementBytes) {
        this.elements = elements;
        this.size = size;
        this.tail = tail;
        this.uniquePrefix = uniquePrefix;
        this.measure = measure;
        this.hash = hash;
        this.footprint = footprint;
        this.elementBytes = elementBytes;
    }

    /** The list of exactly these elements; takes over the array. */
    public static ListValue of(@Nullable Object... elements) {
        return elements.length == 0 ? EMPTY : exact(elements, Math.min(1, elements.length));
    }

    /** The list of exactly these elements, no two of which are equal; takes over the array. */
    public static ListValue ofDistinct(@Nullable Object... elements) {
        return elements.length == 0 ? EMPTY : exact(elements, elements.length);
    }

    private static ListValue exact(@Nullable Object[] elements, int uniquePrefix) {
        int size = elements.length;
        // A short list needs no index, and a first append to a full array copies anyway: no tail until then.
        ListTail tail = size < INDEXED_FROM ? null : new ListTail(elements, size);
        return new ListValue(elements, size, tail, uniquePrefix, null, 0, 0, UNKNOWN);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(int at) {
        Objects.checkIndex(at, size);
        return elements[at];
    }

    /** As {@link #get}, for positions known to be in range. */
    public @Nullable Object element(int at) {
        return elements[at];
    }

    @Override
    public ListValue value() {
        return this;
    }

    @Override
    public boolean holds(@Nullable Object value) {
        return firstPosition(value, size) >= 0;
    }

    @Override
    public int uniquePrefix() {
        return uniquePrefix;
    }

    /**
     * The version with {@code added} at the end: in the shared array if this is its newest version and it has room,
     * else in a copy.
     */
    ListValue extended(@Nullable Object[] added, int uniqueAfter) {
        int after = Math.addExact(size, added.length);
        ListTail shared = tail;
        if (shared == null || !shared.claim(size, added.length)) {
            shared = new ListTail(Arrays.copyOf(elements, capacity(after)), after);
            Arrays.fill(shared.elements, size, Math.min(elements.length, shared.elements.length), null);
        }
        System.arraycopy(added, 0, shared.elements, size, added.length);
        Measure known = measure;
        int hashed = hash;
        return new ListValue(
                shared.elements,
                after,
                shared,
                uniqueAfter,
                known == null ? null : known.append(size, added),
                hashed == 0 ? 0 : hashFrom(hashed, added),
                Footprint.plus(footprint(), added),
                Footprint.capped((long) elementBytes() + HeapSize.ofElements(added, added.length)));
    }

    /** Gives back its slots from {@code from} on; nobody may look at it from now on. */
    void release(int from) {
        if (tail != null) {
            tail.release(from, size);
        }
    }

    private static int capacity(int size) {
        return size < 4 ? size : (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 1L);
    }

    @Override
    public ListValue distinct() {
        if (uniquePrefix == size) {
            return this;
        }
        BitSet repeats = new BitSet();
        for (int at = uniquePrefix; at < size; at++) {
            if (firstPosition(elements[at], at) >= 0) {
                repeats.set(at);
            }
        }
        int kept = size - repeats.cardinality();
        if (kept == size) {
            uniquePrefix = size;
            return this;
        }
        @Nullable Object[] left = new Object[kept];
        int to = 0;
        for (int at = 0; at < size; at++) {
            if (!repeats.get(at)) {
                left[to++] = elements[at];
            }
        }
        return exact(left, kept);
    }

    @Override
    public ListValue without(ListValue gone) {
        if (gone.size <= 2 && tail != null && tail.isIndexed() && !holdsAny(gone)) {
            return this;
        }
        @Nullable Object[] left = new Object[size];
        int kept = 0;
        int keptUnique = 0;
        long goneFootprint = 0;
        long goneBytes = 0;
        for (int at = 0; at < size; at++) {
            Object element = elements[at];
            if (gone.firstPosition(element, gone.size) < 0) {
                left[kept++] = element;
                keptUnique += at < uniquePrefix ? 1 : 0;
            } else {
                goneFootprint += Footprint.SLOT + Footprint.of(element);
                goneBytes += HeapSize.of(element);
            }
        }
        if (kept == size) {
            return this;
        } else if (kept == 0) {
            return EMPTY;
        }
        ListValue rest = exact(Arrays.copyOf(left, kept), Math.max(1, keptUnique));
        // If they are known: scanning all texts again would cost more than the change.
        int footprintBefore = footprint;
        int elementsBefore = elementBytes;
        rest.footprint = Footprint.isExact(footprintBefore) ? (int) (footprintBefore - goneFootprint) : 0;
        rest.elementBytes = Footprint.isExact(elementsBefore) ? (int) (elementsBefore - goneBytes) : UNKNOWN;
        return rest;
    }

    // Position of an equal element among the first `limit`, or -1.
    private int firstPosition(@Nullable Object element, int limit) {
        if (tail != null && limit >= INDEXED_FROM) {
            return tail.firstPosition(element, limit);
        }
        for (int at = 0; at < limit; at++) {
            if (ValueEquality.same(elements[at], element)) {
                return at;
            }
        }
        return -1;
    }

    Measure measure() {
        Measure known = measure;
        if (known == null) {
            known = Measure.EMPTY_LIST.append(0, size == elements.length ? elements : Arrays.copyOf(elements, size));
            measure = known;
        }
        return known;
    }

    int footprint() {
        int known = footprint;
        if (known == 0) {
            known = Footprint.ofList(elements, size);
            footprint = known;
        }
        return known;
    }

    private int elementBytes() {
        int known = elementBytes;
        if (known == UNKNOWN) {
            known = HeapSize.ofElements(elements, size);
            elementBytes = known;
        }
        return known;
    }

    /** Whether both are versions of one list that lie in one array. */
    boolean sharesArray(ListValue other) {
        return elements == other.elements;
    }

    int heapSize() {
        int known = heapSize;
        if (known == UNKNOWN) {
            int indexed = tail == null ? 0 : tail.indexLength();
            known = this == EMPTY
                    ? 0
                    : HeapSize.ofList(elementBytes(), elements.length, tail != null, indexed, measure != null);
            heapSize = known;
        }
        return known;
    }

    long heapLostTo(ListValue next) {
        int all = elementBytes();
        return heapSize() - all + LostElements.ofList(elements, size, next.elements, next.size, all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof ListValue list) {
            return size == list.size && Arrays.equals(elements, 0, size, list.elements, 0, size);
        }
        return other instanceof List && super.equals(other);
    }

    @Override
    public int hashCode() {
        // Read once: with a race, a second read may return an older value than the first.
        int known = hash;
        if (known == 0) {
            known = 1;
            for (int at = 0; at < size; at++) {
                known = 31 * known + Objects.hashCode(elements[at]);
            }
            hash = known;
        }
        return known;
    }

    private static int hashFrom(int hash, @Nullable Object[] added) {
        int after = hash;
        for (Object element : added) {
            after = 31 * after + Objects.hashCode(element);
        }
        return after;
    }
}
