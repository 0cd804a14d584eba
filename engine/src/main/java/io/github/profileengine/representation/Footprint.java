package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * An estimate of the heap that a canonical value takes, in bytes, as a 64-bit JVM with compressed references lays it
 * out. It depends on the content alone: it ignores the room that a list keeps for growing, and what values share.
 */
public final class Footprint {
    /**
     * A reference, and so a slot of a profile. A {@code long}, as it is added to what may be the largest {@code int}.
     */
    public static final long SLOT = 4;

    private static final int ARRAY = 16;
    private static final int BOXED_NUMBER = 24;
    private static final int TEXT = 24;
    private static final int LIST = 48;
    private static final int OBJECT = 40;

    private Footprint() {}

    /** Bytes of a value with everything in it, at most {@code Integer.MAX_VALUE}. */
    public static int of(@Nullable Object value) {
        if (value instanceof String text) {
            return ofText(text);
        } else if (value instanceof Number) {
            return BOXED_NUMBER;
        } else if (value instanceof ListValue list) {
            return list.footprint();
        } else if (value instanceof ObjectValue object) {
            return object.footprint();
        }
        return 0;
    }

    /** Bytes of a text: one per unit if all units are Latin-1, else two. */
    public static int ofText(String text) {
        long bytes = text.length();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0xFF) {
                bytes *= 2;
                break;
            }
        }
        return ofTextBytes(bytes);
    }

    /** Bytes of a text whose units take so many bytes. */
    public static int ofTextBytes(long bytes) {
        return capped(TEXT + ARRAY + (bytes + 7 & ~7L));
    }

    /** Bytes of a number. */
    public static int ofNumber() {
        return BOXED_NUMBER;
    }

    static int ofList(@Nullable Object[] elements, int size) {
        long bytes = LIST + ARRAY;
        for (int at = 0; at < size; at++) {
            bytes += SLOT + of(elements[at]);
        }
        return capped(bytes);
    }

    /** Bytes of a list whose elements take so many bytes. */
    public static int ofList(int size, long elements) {
        return capped(LIST + ARRAY + size * SLOT + elements);
    }

    /** The footprint of a list after more elements were added to it. */
    static int plus(int list, @Nullable Object[] added) {
        long bytes = list;
        for (Object element : added) {
            bytes += SLOT + of(element);
        }
        return capped(bytes);
    }

    static int ofObject(ObjectValue object) {
        long values = 0;
        for (int at = 0; at < object.size(); at++) {
            values += of(object.value(at)) + (long) ofName(object.name(at));
        }
        return ofObject(object.size(), values);
    }

    /** Bytes of a name: 0 up to 255 units, as profiles and objects share those. */
    public static int ofName(Name name) {
        return HeapSize.ofIfLong(name);
    }

    /** Bytes of an object whose values, and names that count, take so many bytes. */
    public static int ofObject(int size, long values) {
        return capped(OBJECT + 2 * ARRAY + SLOT * 2 * size + values);
    }

    /** Whether a footprint is known, and not cut off at the largest {@code int}. */
    static boolean isExact(int bytes) {
        return bytes > 0 && bytes < Integer.MAX_VALUE;
    }

    /** A sum of bytes, cut off at the largest {@code int}. */
    public static int capped(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
