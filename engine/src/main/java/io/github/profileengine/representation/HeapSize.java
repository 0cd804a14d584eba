package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * The heap that canonical values take as they are laid out now, in bytes, on a 64-bit JVM with compressed references,
 * with the room that a list keeps for growing and with its index. Unlike {@link Footprint} it depends on history, so it
 * is for reports and never for decisions.
 *
 * <p>A list or object keeps the size that it had when it was first asked, which is when a table first holds it. So the
 * table later subtracts what it has added, whatever grew meanwhile. Sharing is ignored: of texts that are one instance
 * in many values, and of names that are short enough to be shared.
 */
public final class HeapSize {
    /** The header of an array. */
    public static final int ARRAY = 16;

    /** A reference in an array. */
    public static final int REFERENCE = 4;

    private static final int ALIGNMENT = 8;
    private static final int LIST = 56;
    private static final int TAIL = 24;
    private static final int INDEX = 24 + ARRAY;
    private static final int OBJECT = 48;
    private static final int MEASURE = 32;
    private static final int NAME = 32;
    private static final int OWN_SHAPE = 32 + ARRAY;
    // The JDK has one shared instance of each small integer.
    private static final long LEAST_SHARED = -128;
    private static final long MOST_SHARED = 127;

    private HeapSize() {}

    /** Bytes rounded up as for an object. */
    public static long aligned(long bytes) {
        return bytes + ALIGNMENT - 1 & -ALIGNMENT;
    }

    /** Bytes of an array of so many references. */
    public static long ofReferences(int length) {
        return aligned(ARRAY + (long) length * REFERENCE);
    }

    /** Bytes of a value with everything in it, at most {@code Integer.MAX_VALUE}. */
    public static int of(@Nullable Object value) {
        if (value instanceof String text) {
            return Footprint.ofText(text);
        } else if (value instanceof Long integer) {
            return integer >= LEAST_SHARED && integer <= MOST_SHARED ? 0 : Footprint.ofNumber();
        } else if (value instanceof Double) {
            return Footprint.ofNumber();
        } else if (value instanceof ListValue list) {
            return list.heapSize();
        } else if (value instanceof ObjectValue object) {
            return object.heapSize();
        }
        return 0;
    }

    /** No less than {@link #of}, but found quickly. */
    public static int atMost(@Nullable Object value) {
        return value instanceof String text ? Footprint.ofTextBytes(2L * text.length()) : of(value);
    }

    /**
     * Bytes of a value that nothing holds once another one, perhaps made from it, replaces it: a list may have grown in
     * the same array, and both may share most elements.
     */
    public static long ofLost(@Nullable Object value, @Nullable Object other) {
        if (value instanceof ListValue list && other instanceof ListValue next) {
            return list.sharesArray(next) ? LIST : list.heapLostTo(next);
        } else if (value instanceof ObjectValue object && other instanceof ObjectValue next) {
            return object.heapLostTo(next);
        }
        return of(value);
    }

    /** Bytes of a name that nothing else holds. */
    public static int ofName(String text) {
        return NAME + Footprint.ofText(text);
    }

    static int ofElements(@Nullable Object[] elements, int size) {
        long bytes = 0;
        for (int at = 0; at < size; at++) {
            bytes += of(elements[at]);
        }
        return Footprint.capped(bytes);
    }

    /**
     * Bytes of a list.
     *
     * @param room the length of its array
     * @param indexed the length of its index, or 0
     */
    static int ofList(int elementBytes, int room, boolean hasTail, int indexed, boolean isMeasured) {
        long bytes = LIST + ofReferences(room) + elementBytes;
        bytes += (hasTail ? TAIL : 0) + (isMeasured ? MEASURE : 0);
        bytes += indexed == 0 ? 0 : INDEX + (long) indexed * Long.BYTES;
        return Footprint.capped(bytes);
    }

    /** Bytes of an object's values and of its long names. */
    static int ofElements(Name[] names, @Nullable Object[] values) {
        return Footprint.capped(ofElements(values, values.length) + ofLong(names));
    }

    /** Bytes of an object with so many names, of which the array is its own only if there are many. */
    static int ofObject(int elementBytes, int size, boolean isMeasured) {
        long bytes = OBJECT + ofReferences(size) + elementBytes + (isMeasured ? MEASURE : 0);
        return Footprint.capped(NameOrder.isRemembered(size) ? bytes : bytes + ofReferences(size));
    }

    /** Bytes of a name that is too long to be shared; else 0. */
    static int ofIfLong(Name name) {
        return name.isShort() ? 0 : name.heapSize();
    }

    /** Bytes of a shape in dictionary mode, with those of its names that are too long to be shared. */
    static int ofOwnShape(Name[] names) {
        return Footprint.capped(OWN_SHAPE + ofReferences(names.length) + ofLong(names));
    }

    /** Bytes of those names that are too long to be shared. */
    static long ofLong(Name[] names) {
        long bytes = 0;
        for (Name name : names) {
            bytes += ofIfLong(name);
        }
        return bytes;
    }
}
