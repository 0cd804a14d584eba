package io.github.profileengine.packed;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * The values within a list or an object in a record, one after another, each after its length in one byte. A value may
 * itself be a short list or object, as long as the whole stays short and is not nested deeply.
 */
final class ElementBytes {
    /** The most values within one list or object. */
    static final int MAX_ELEMENTS = 64;

    /** The most bytes after the kind of a list or object, with all that is nested in it. */
    static final int MAX_BYTES = 1_024;

    /**
     * The most levels of nested lists and objects. It is low because decoding a value recurses once per level, even in
     * a writer in the middle of an update.
     */
    static final int MAX_LEVELS = 4;

    private static final int MAX_ELEMENT_UNITS = 200;
    private static final int MAX_ELEMENT_BYTES = 0xFF;

    /** The room for writing a list or object, even if the last value in it turns out to be too long. */
    static final int MOST_BYTES = 1 + MAX_BYTES + 2 + TextBytes.most(MAX_ELEMENT_UNITS);

    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private ElementBytes() {}

    /** The position that a list or object must not pass if its kind is at {@code from}. */
    static int limit(int from) {
        return from + 1 + MAX_BYTES;
    }

    /**
     * Writes a value after others; returns the position after it, or {@link ValueBytes#NOT_INLINE}.
     *
     * @param limit the position that nothing may pass
     * @param levels how many levels of lists and objects the value may have
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

    /** The length of the value that begins, with its length, at a position. */
    static int length(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /** Where the value ends that begins, with its length, at a position. */
    static int end(byte[] bytes, int at) {
        return at + 1 + length(bytes, at);
    }

    /** How many values are at {@code from} to {@code to}. */
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

    /** The sum of the footprints of the values at {@code from} to {@code to}. */
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

    /** Decodes {@code count} values, the first of which begins at {@code from}. */
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
