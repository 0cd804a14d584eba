package io.github.profileengine.packed;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * What lies within a list or an object in a record, one value behind the other: before each the number of its bytes, in
 * one byte. A value may again be a short list or object, as long as all together stay short and few are one within
 * another.
 */
final class ElementBytes {
    /** Most values within one list or object. */
    static final int MAX_ELEMENTS = 64;

    /** Most bytes behind the kind of a list or object, with all that is within it. */
    static final int MAX_BYTES = 1_024;

    /**
     * Most lists and objects one within another. Few, because whoever makes a value of them descends once for each,
     * also a writer in the midst of an update.
     */
    static final int MAX_LEVELS = 4;

    private static final int MAX_ELEMENT_UNITS = 200;
    private static final int MAX_ELEMENT_BYTES = 0xFF;

    /** The room that writing a list or object needs, also if the last value within it turns out to be too much. */
    static final int MOST_BYTES = 1 + MAX_BYTES + 2 + TextBytes.most(MAX_ELEMENT_UNITS);

    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private ElementBytes() {}

    /** The position that a list or object may not pass whose kind is at {@code from}. */
    static int limit(int from) {
        return from + 1 + MAX_BYTES;
    }

    /**
     * Writes a value behind others; answers the position after it, or {@link ValueBytes#NOT_INLINE}.
     *
     * @param limit the position that nothing may pass
     * @param levels how many lists and objects the value may be one within another
     */
    static int write(byte[] to, int at, @Nullable Object value, int limit, int levels) {
        if (at >= limit) {
            return ValueBytes.NOT_INLINE;
        }
        int end = writeForm(to, at + 1, value, limit, levels);
        int length = end - at - 1;
        if (end == ValueBytes.NOT_INLINE || length > MAX_ELEMENT_BYTES || end > limit) {
            return ValueBytes.NOT_INLINE;
        }
        to[at] = (byte) length;
        return end;
    }

    private static int writeForm(byte[] to, int at, @Nullable Object value, int limit, int levels) {
        if (value instanceof ListValue list) {
            return levels == 0 ? ValueBytes.NOT_INLINE : ListBytes.write(to, at, list, limit, levels);
        } else if (value instanceof ObjectValue object) {
            return levels == 0 ? ValueBytes.NOT_INLINE : ObjectBytes.write(to, at, object, limit, levels);
        } else if (value instanceof String text && text.length() > MAX_ELEMENT_UNITS) {
            return ValueBytes.NOT_INLINE;
        }
        return ValueBytes.write(to, at, value);
    }

    /** How many bytes the value takes that begins, with their number, at a position. */
    static int length(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /** Where the value ends that begins, with its length, at a position. */
    static int end(byte[] bytes, int at) {
        return at + 1 + length(bytes, at);
    }

    /** How many values lie at {@code from} to {@code to}. */
    static int count(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at = end(bytes, at)) {
            count++;
        }
        return count;
    }

    /** Whether the value that begins, with its length, at a position equals a canonical one. */
    static boolean isSame(byte[] bytes, int at, @Nullable Object value) {
        return ValueBytes.isSame(bytes, at + 1, end(bytes, at), NO_OBJECTS, value);
    }

    /** The footprints of the values that lie there, in sum. */
    static long footprints(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int at = from; at < to; at = end(bytes, at)) {
            sum += footprint(bytes, at);
        }
        return sum;
    }

    /** The footprint of the value that begins, with its length, at a position. */
    static int footprint(byte[] bytes, int at) {
        return ValueBytes.footprint(bytes, at + 1, end(bytes, at), NO_OBJECTS);
    }

    /** So many values, the first of which begins there. */
    static @Nullable Object[] read(byte[] bytes, int from, int count) {
        @Nullable Object[] values = new Object[count];
        int at = from;
        for (int element = 0; element < count; element++) {
            int end = end(bytes, at);
            values[element] = ValueBytes.read(bytes, at + 1, end, NO_OBJECTS);
            at = end;
        }
        return values;
    }
}
