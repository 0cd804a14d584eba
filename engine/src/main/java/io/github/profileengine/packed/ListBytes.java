package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.StagedAppend;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short lists in a record: the kind, which says whether all elements are distinct, then the elements. A list with more
 * than {@value ElementBytes#MAX_ELEMENTS} elements or {@value ElementBytes#MAX_BYTES} bytes, or with an element that is
 * too long for {@link ElementBytes}, is an out-of-line object instead: its versions share an array and an index, which
 * makes long lists cheap.
 */
final class ListBytes {
    // How many bits of a hash select one bit of a long.
    private static final int BITS = 6;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final int HASH_SHIFT = Long.SIZE - 3 * BITS;

    /** What {@link #find} returns if the value is not in the list. */
    static final int NOT_THERE = -1;

    private ListBytes() {}

    /** Writes a list that is the value of a property; returns what {@link ValueBytes#write} does. */
    static int write(byte[] to, int from, ListValue list) {
        return write(to, from, list, ElementBytes.limit(from), ElementBytes.MAX_LEVELS);
    }

    /** The same within bounds, see {@link ElementBytes#write}. */
    static int write(byte[] to, int from, ListValue list, int limit, int levels) {
        if (list.size() > ElementBytes.MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int at = from + 1;
        for (int element = 0; element < list.size() && at != ValueBytes.NOT_INLINE; element++) {
            at = ElementBytes.write(to, at, list.element(element), limit, levels - 1);
        }
        if (at != ValueBytes.NOT_INLINE) {
            boolean known = list.uniquePrefix() == list.size();
            to[from] = known ? ValueBytes.DISTINCT_LIST : kind(to, from + 1, at);
        }
        return at;
    }

    /** The kind of a list whose elements are at {@code from} to {@code to}. */
    static byte kind(byte[] bytes, int from, int to) {
        // A Bloom filter, three bits per hash: if one of the bits is not set, no earlier element is equal.
        long low = 0;
        long middle = 0;
        long high = 0;
        for (int at = from; at < to; ) {
            int end = ElementBytes.end(bytes, at);
            int hash = hash(bytes, at, end);
            long lowBit = 1L << hash;
            long middleBit = 1L << (hash >>> BITS);
            long highBit = 1L << (hash >>> 2 * BITS);
            boolean mayBe = (low & lowBit) != 0 && (middle & middleBit) != 0 && (high & highBit) != 0;
            if (mayBe && isAmong(bytes, from, at, end)) {
                return ValueBytes.LIST;
            }
            low |= lowBit;
            middle |= middleBit;
            high |= highBit;
            at = end;
        }
        return ValueBytes.DISTINCT_LIST;
    }

    // Hashes only the first and last bytes, which include the length and the kind: mostly these differ.
    private static int hash(byte[] bytes, int from, int to) {
        long ends = 0;
        if (to - from >= Long.BYTES) {
            ends = Bytes.longInt(bytes, from) * FACTOR ^ Bytes.longInt(bytes, to - Long.BYTES);
        } else {
            for (int at = from; at < to; at++) {
                ends = ends << Byte.SIZE | bytes[at] & 0xFF;
            }
        }
        return (int) ((ends ^ ends >>> Integer.SIZE) * FACTOR >>> HASH_SHIFT);
    }

    // Whether an earlier element equals that at `at` to `end`. Here equal values have equal bytes, as no part of them
    // is out of line.
    private static boolean isAmong(byte[] bytes, int from, int at, int end) {
        for (int other = from; other < at; other = ElementBytes.end(bytes, other)) {
            if (Arrays.equals(bytes, other, ElementBytes.end(bytes, other), bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Writes a list of a record with added elements; returns what {@link #write} does. */
    static int writeGrown(byte[] to, int from, PackedList list, StagedAppend grown) {
        if (list.size() + grown.addedCount() > ElementBytes.MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int length = list.length();
        System.arraycopy(list.bytes(), list.from(), to, from, length);
        boolean known = grown.isDistinct();
        boolean distinct = known || list.isDistinct();
        int at = from + length;
        for (int element = 0; element < grown.addedCount() && at != ValueBytes.NOT_INLINE; element++) {
            Object value = grown.added(element);
            distinct = known || distinct && !holds(to, from + 1, at, value);
            at = ElementBytes.write(to, at, value, ElementBytes.limit(from), ElementBytes.MAX_LEVELS - 1);
        }
        to[from] = distinct ? ValueBytes.DISTINCT_LIST : ValueBytes.LIST;
        return at;
    }

    private static boolean holds(byte[] bytes, int from, int to, @Nullable Object value) {
        return find(bytes, from, to, value) != NOT_THERE;
    }

    /**
     * Where the first element between {@code from} and {@code to} that equals a canonical value begins, with its
     * length; {@link #NOT_THERE} if none does.
     */
    static int find(byte[] bytes, int from, int to, @Nullable Object value) {
        if (value instanceof String text && ValueBytes.isLatin(text)) {
            return findLatin(bytes, from, to, text);
        } else if (value instanceof Long integer) {
            return findInteger(bytes, from, to, integer);
        }
        for (int at = from; at < to; at = ElementBytes.end(bytes, at)) {
            if (ElementBytes.isSame(bytes, at, value)) {
                return at;
            }
        }
        return NOT_THERE;
    }

    // Such a text or an integer has only one encoding: most other elements already differ in length or kind.
    private static int findLatin(byte[] bytes, int from, int to, String text) {
        int length = 1 + text.length();
        for (int at = from; at < to; at = ElementBytes.end(bytes, at)) {
            if (ElementBytes.length(bytes, at) == length
                    && bytes[at + 1] == ValueBytes.LATIN
                    && TextBytes.isSameLatin(bytes, at + 2, at + 1 + length, text)) {
                return at;
            }
        }
        return NOT_THERE;
    }

    private static int findInteger(byte[] bytes, int from, int to, long integer) {
        byte kind = ValueBytes.kind(integer);
        for (int at = from; at < to; at = ElementBytes.end(bytes, at)) {
            if (bytes[at + 1] == kind && ValueBytes.integer(bytes, at + 1) == integer) {
                return at;
            }
        }
        return NOT_THERE;
    }

    /** The {@link Footprint} of the list whose elements are at {@code from} to {@code to}. */
    static int footprint(byte[] bytes, int from, int to) {
        return Footprint.ofList(ElementBytes.count(bytes, from, to), ElementBytes.footprints(bytes, from, to));
    }

    /** The list that is at {@code from} to {@code to}. */
    static ListValue read(byte[] bytes, int from, int to) {
        @Nullable Object[] elements = ElementBytes.read(bytes, from + 1, ElementBytes.count(bytes, from + 1, to));
        return bytes[from] == ValueBytes.DISTINCT_LIST ? ListValue.ofDistinct(elements) : ListValue.of(elements);
    }
}
