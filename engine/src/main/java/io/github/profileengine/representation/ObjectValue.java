package io.github.profileengine.representation;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object: names in code point order, and their values. Immutable; as a {@code Map} it is read-only and iterates in
 * name order.
 */
public final class ObjectValue extends AbstractMap<String, @Nullable Object> {
    public static final ObjectValue EMPTY = new ObjectValue(new Name[0], new Object[0]);

    private static final int LINEAR = 8;
    private static final int UNKNOWN = -1;

    private final Name[] names;
    private final @Nullable Object[] values;
    // All are functions of the content and written as a whole, so a race only computes them twice.
    private int hash;
    private @Nullable Measure measure;
    private int footprint;
    // The heap of its values and long names, and of the object when it was first asked.
    private int elementBytes = UNKNOWN;
    private int heapSize;

    /** Takes over the values and shares the names, which must be in order and distinct. */
    private ObjectValue(Name[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * The object of {@code names} and {@code values}; neither array is kept. Names come in any order; if a name is
     * repeated, its last value counts.
     */
    public static ObjectValue of(Name[] names, @Nullable Object[] values) {
        assert names.length == values.length;
        return of(names, values, 0, names.length);
    }

    /** As {@link #of(Name[], Object[])}, for the positions {@code from} to {@code to}; keeps neither array. */
    public static ObjectValue of(Name[] names, @Nullable Object[] values, int from, int to) {
        if (from == to) {
            return EMPTY;
        }
        NameOrder order = NameOrder.of(names, from, to);
        return new ObjectValue(order.sortedNames(), order.arrange(values, from));
    }

    /** The object of names that are in order, each once; takes over the values, and the names if none are shared. */
    public static ObjectValue ofOrdered(Name[] names, @Nullable Object[] values) {
        if (names.length == 0) {
            return EMPTY;
        }
        boolean isShared = NameOrder.isRemembered(names.length);
        return new ObjectValue(isShared ? NameOrder.of(names, 0, names.length).sortedNames() : names, values);
    }

    /** The object with one name. */
    public static ObjectValue of(Name name, @Nullable Object value) {
        return new ObjectValue(new Name[] {name}, new Object[] {value});
    }

    /** A profile's properties as an object; copies nothing but values that are in chunks. */
    public static ObjectValue of(Shape shape, @Nullable Object[] slots) {
        return shape.size() == 0 ? EMPTY : new ObjectValue(shape.names(), Slots.flat(slots, shape.size()));
    }

    @Override
    public int size() {
        return names.length;
    }

    public Name name(int at) {
        return names[at];
    }

    public @Nullable Object value(int at) {
        return values[at];
    }

    /** Position of a name, or a negative number. */
    public int indexOf(Name name) {
        if (names.length > LINEAR) {
            return Arrays.binarySearch(names, name);
        }
        for (int at = 0; at < names.length; at++) {
            if (names[at].same(name)) {
                return at;
            }
        }
        return -1;
    }

    /** This object with all of {@code other}'s names; where both have one, {@code other}'s value. */
    public ObjectValue merged(ObjectValue other) {
        int count = names.length + other.names.length;
        Name[] allNames = Arrays.copyOf(names, count);
        @Nullable Object[] allValues = Arrays.copyOf(values, count);
        System.arraycopy(other.names, 0, allNames, names.length, other.names.length);
        System.arraycopy(other.values, 0, allValues, names.length, other.names.length);
        ObjectValue merged = of(allNames, allValues);
        if (merged != EMPTY) {
            merged.takeSizes(this, other);
        }
        return merged;
    }

    // If they are known of the object before: scanning all its texts again would cost more than the change.
    private void takeSizes(ObjectValue before, ObjectValue added) {
        // Read once: another thread that asks meanwhile writes them.
        int footprintBefore = before.footprint;
        int elementsBefore = before.elementBytes;
        long bytes = footprintBefore;
        long elements = elementsBefore;
        for (int at = 0; at < added.names.length; at++) {
            int known = before.indexOf(added.names[at]);
            bytes += Footprint.of(added.values[at])
                    + (long) (known < 0 ? Footprint.ofName(added.names[at]) : -Footprint.of(before.values[known]));
            elements += HeapSize.of(added.values[at])
                    + (known < 0 ? HeapSize.ofIfLong(added.names[at]) : -HeapSize.of(before.values[known]));
        }
        if (Footprint.isExact(footprintBefore)) {
            footprint = Footprint.capped(
                    bytes + Footprint.ofObject(names.length, 0) - Footprint.ofObject(before.size(), 0));
        }
        if (Footprint.isExact(elementsBefore)) {
            elementBytes = Footprint.capped(elements);
        }
    }

    /** This object without the name at a position. */
    public ObjectValue without(int at) {
        int left = names.length - 1;
        Name[] leftNames = Arrays.copyOf(names, left);
        @Nullable Object[] leftValues = Arrays.copyOf(values, left);
        System.arraycopy(names, at + 1, leftNames, at, left - at);
        System.arraycopy(values, at + 1, leftValues, at, left - at);
        return left == 0 ? EMPTY : new ObjectValue(leftNames, leftValues);
    }

    Measure measure() {
        Measure known = measure;
        if (known == null) {
            known = Measure.ofObject(this);
            measure = known;
        }
        return known;
    }

    int footprint() {
        int known = footprint;
        if (known == 0) {
            known = Footprint.ofObject(this);
            footprint = known;
        }
        return known;
    }

    int heapSize() {
        int known = heapSize;
        if (known == 0 && this != EMPTY) {
            known = HeapSize.ofObject(elementBytes(), values.length, measure != null);
            heapSize = known;
        }
        return known;
    }

    long heapLostTo(ObjectValue next) {
        int all = elementBytes();
        return heapSize() - all + LostElements.ofObject(names, values, next.names, next.values, all);
    }

    private int elementBytes() {
        int known = elementBytes;
        if (known == UNKNOWN) {
            known = HeapSize.ofElements(names, values);
            elementBytes = known;
        }
        return known;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = position(key);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return position(key) >= 0;
    }

    private int position(@Nullable Object key) {
        return key instanceof String text ? indexOf(Name.of(text)) : -1;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new EntrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof ObjectValue object) {
            return sameNames(object) && Arrays.equals(values, object.values);
        }
        return super.equals(other);
    }

    private boolean sameNames(ObjectValue other) {
        if (names.length != other.names.length) {
            return false;
        }
        for (int at = 0; at < names.length; at++) {
            if (!names[at].same(other.names[at])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        // Read once: with a race, a second read may return an older value than the first.
        int sum = hash;
        if (sum == 0) {
            for (int at = 0; at < names.length; at++) {
                sum += names[at].text().hashCode() ^ Objects.hashCode(values[at]);
            }
            hash = sum;
        }
        return sum;
    }

    private final class EntrySet extends AbstractSet<Map.Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int at = next++;
                    return new SimpleImmutableEntry<>(names[at].text(), values[at]);
                }
            };
        }
    }
}
