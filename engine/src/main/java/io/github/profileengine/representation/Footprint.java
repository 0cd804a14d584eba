package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * An estimate of the heap that a canonical value takes, in bytes, as a 64-bit JVM with compressed references lays it
 * out. A function of the content alone: room that a list keeps for growing, and what values share, is not seen.
 */
public final class Footprint {
    /**
     * A reference, and so a slot of a profile; a {@code long}, as what a value takes may be the largest {@code int}.
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

    /** Bytes of a text: one for each unit if all are Latin-1, else two. */
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

    /** Bytes of a text whose units take so many. */
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

    /** Bytes of a list whose elements take so many. */
    public static int ofList(int size, long elements) {
        return capped(LIST + ARRAY + size * SLOT + elements);
    }

    /** Of a list with this footprint, what it is with more elements. */
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

    /** Bytes of a name: profiles and objects share all but those of over 255 units. */
    public static int ofName(Name name) {
        return HeapSize.ofIfLong(name);
    }

    /** Bytes of an object whose values, and names that count, take so many. */
    public static int ofObject(int size, long values) {
        return capped(OBJECT + 2 * ARRAY + SLOT * 2 * size + values);
    }

    /** Whether bytes are known, and no less than there are because an {@code int} holds no more. */
    static boolean isExact(int bytes) {
        return bytes > 0 && bytes < Integer.MAX_VALUE;
    }

    /** A sum of bytes as an {@code int}. */
    public static int capped(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
