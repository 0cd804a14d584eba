package io.github.profileengine.packed;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Short lists of plain values in a record: before each element the number of its bytes, in one byte. A list with more
 * than {@value #MAX_ELEMENTS} elements is an object instead: from there on versions share an array and an index, which
 * is what makes long ones cheap.
 */
final class ListBytes {
    static final int MAX_ELEMENTS = 12;
    static final int MAX_BYTES = 200;

    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private ListBytes() {}

    /** Writes the elements; answers the position after them, or {@link ValueBytes#NOT_INLINE}. */
    static int write(byte[] to, int from, ListValue list) {
        if (list.size() > MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int at = from;
        for (int element = 0; element < list.size(); element++) {
            Object value = list.element(element);
            if (value instanceof ListValue
                    || value instanceof ObjectValue
                    || value instanceof String text && text.length() > MAX_BYTES) {
                return ValueBytes.NOT_INLINE;
            }
            int end = ValueBytes.write(to, at + 1, value);
            if (end == ValueBytes.NOT_INLINE || end - from > MAX_BYTES) {
                return ValueBytes.NOT_INLINE;
            }
            to[at] = (byte) (end - at - 1);
            at = end;
        }
        return at;
    }

    static ListValue read(byte[] bytes, int from, int to) {
        int size = 0;
        for (int at = from; at < to; at += 1 + (bytes[at] & 0xFF)) {
            size++;
        }
        @Nullable Object[] elements = new Object[size];
        int at = from;
        for (int element = 0; element < size; element++) {
            int end = at + 1 + (bytes[at] & 0xFF);
            elements[element] = ValueBytes.read(bytes, at + 1, end, NO_OBJECTS);
            at = end;
        }
        return ListValue.of(elements);
    }
}
