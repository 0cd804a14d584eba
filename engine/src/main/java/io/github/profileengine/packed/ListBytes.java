package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.StagedAppend;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Short lists of plain values in a record: the kind, which says whether all elements differ, then before each element
 * the number of its bytes, in one byte. A list with more than {@value #MAX_ELEMENTS} elements or {@value #MAX_BYTES}
 * bytes is an object instead: from there on versions share an array and an index, which is what makes long ones cheap.
 */
final class ListBytes {
    static final int MAX_ELEMENTS = 64;
    static final int MAX_BYTES = 512;

    // Takes the 6 upper bits of a hash to number the bits of a long.
    private static final int SPREAD = 0x9E37_79B9;
    private static final int HASH_SHIFT = Integer.SIZE - 6;

    private static final int MAX_ELEMENT_UNITS = 200;
    private static final int MAX_ELEMENT_BYTES = 0xFF;
    /** The room that writing a list needs, also if its last element turns out to be too much. */
    static final int MOST_BYTES = 1 + MAX_BYTES + 2 + TextBytes.most(MAX_ELEMENT_UNITS);

    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private ListBytes() {}

    /** Writes a list; answers the position after it, or {@link ValueBytes#NOT_INLINE}. */
    static int write(byte[] to, int from, ListValue list) {
        if (list.size() > MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int at = from + 1;
        for (int element = 0; element < list.size() && at != ValueBytes.NOT_INLINE; element++) {
            at = writeElement(to, from, at, list.element(element));
        }
        if (at != ValueBytes.NOT_INLINE) {
            to[from] = kind(list.uniquePrefix() == list.size() || areDistinct(list, to, from + 1));
        }
        return at;
    }

    // Of a list that has been written: the values are plain and short, so that comparing them is cheap.
    private static boolean areDistinct(ListValue list, byte[] to, int from) {
        // A bit for each hash seen: where it is not set, no element before is equal.
        long seen = 0;
        int at = from;
        for (int element = 0; element < list.size(); element++) {
            Object value = list.element(element);
            long bit = 1L << (Objects.hashCode(value) * SPREAD >>> HASH_SHIFT);
            if ((seen & bit) != 0 && holds(to, from, at, value)) {
                return false;
            }
            seen |= bit;
            at = end(to, at);
        }
        return true;
    }

    /** Writes a list that lies in a record with what it grows by; answers as {@link #write} does. */
    static int writeGrown(byte[] to, int from, ListSlot list, StagedAppend grown) {
        if (list.size() + grown.addedCount() > MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int length = list.to() - list.from();
        System.arraycopy(list.bytes(), list.from(), to, from, length);
        boolean known = grown.isDistinct();
        boolean distinct = known || list.isDistinct();
        int at = from + length;
        for (int element = 0; element < grown.addedCount() && at != ValueBytes.NOT_INLINE; element++) {
            Object value = grown.added(element);
            distinct = known || distinct && !holds(to, from + 1, at, value);
            at = writeElement(to, from, at, value);
        }
        to[from] = kind(distinct);
        return at;
    }

    private static byte kind(boolean distinct) {
        return distinct ? ValueBytes.DISTINCT_LIST : ValueBytes.LIST;
    }

    private static int writeElement(byte[] to, int from, int at, @Nullable Object value) {
        if (value instanceof ListValue
                || value instanceof ObjectValue
                || value instanceof String text && text.length() > MAX_ELEMENT_UNITS) {
            return ValueBytes.NOT_INLINE;
        }
        int end = ValueBytes.write(to, at + 1, value);
        int length = end - at - 1;
        if (end == ValueBytes.NOT_INLINE || length > MAX_ELEMENT_BYTES || end - from - 1 > MAX_BYTES) {
            return ValueBytes.NOT_INLINE;
        }
        to[at] = (byte) length;
        return end;
    }

    /** Where the element ends that begins, with its length, at a position. */
    private static int end(byte[] bytes, int at) {
        return at + 1 + (bytes[at] & 0xFF);
    }

    /** How many elements lie at {@code from} to {@code to}. */
    static int count(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at = end(bytes, at)) {
            count++;
        }
        return count;
    }

    /** Whether one of the elements that lie there equals a canonical value. */
    static boolean holds(byte[] bytes, int from, int to, @Nullable Object value) {
        for (int at = from; at < to; ) {
            int end = end(bytes, at);
            if (ValueBytes.isSame(bytes, at + 1, end, NO_OBJECTS, value)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** The {@link Footprint} of the list whose elements lie there. */
    static int footprint(byte[] bytes, int from, int to) {
        long elements = 0;
        int count = 0;
        for (int at = from; at < to; count++) {
            int end = end(bytes, at);
            elements += ValueBytes.footprint(bytes, at + 1, end, NO_OBJECTS);
            at = end;
        }
        return Footprint.ofList(count, elements);
    }

    /** The list that lies at {@code from} to {@code to}. */
    static ListValue read(byte[] bytes, int from, int to) {
        @Nullable Object[] elements = new Object[count(bytes, from + 1, to)];
        int at = from + 1;
        for (int element = 0; element < elements.length; element++) {
            int end = end(bytes, at);
            elements[element] = ValueBytes.read(bytes, at + 1, end, NO_OBJECTS);
            at = end;
        }
        return bytes[from] == ValueBytes.DISTINCT_LIST ? ListValue.ofDistinct(elements) : ListValue.of(elements);
    }
}
