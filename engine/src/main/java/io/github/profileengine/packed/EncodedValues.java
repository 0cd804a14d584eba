package io.github.profileengine.packed;

import io.github.profileengine.representation.StagedAppend;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The forms of the values that an update writes, one a staged property. Scratch of one writer. */
final class EncodedValues {
    private static final int KEPT = -1;
    private static final int GONE = -2;
    private static final int FEW = 4;
    private static final int FEW_BYTES = 64;

    private byte[] bytes = new byte[FEW_BYTES];
    private int length;
    private int[] froms = new int[FEW];
    private int[] tos = new int[FEW];
    private int[] growths = new int[FEW];
    private @Nullable Object[] objects = new Object[FEW];
    private int size;

    /** Begins anew. */
    void clear() {
        length = 0;
        size = 0;
    }

    /** The next property stays as it was. */
    void keep() {
        next(KEPT, KEPT, null);
    }

    /** The next property is gone. */
    void drop() {
        next(GONE, GONE, null);
    }

    private void reserve(int most) {
        if (bytes.length - length < most) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.addExact(length, most), length));
        }
    }

    /** The next property is a list in a record, grown; answers false, and adds nothing, if it would be an object. */
    boolean addGrown(ListSlot list, StagedAppend grown) {
        reserve(ValueBytes.MOST_BYTES);
        int end = ListBytes.writeGrown(bytes, length, list, grown);
        if (end == ValueBytes.NOT_INLINE) {
            return false;
        }
        next(length, end, null);
        length = end;
        return true;
    }

    /** The next property has a value. */
    void add(@Nullable Object value) {
        reserve(ValueBytes.most(value));
        int end = ValueBytes.write(bytes, length, value);
        if (end == ValueBytes.NOT_INLINE) {
            next(length, length + ValueBytes.OBJECT_BYTES, value);
        } else {
            next(length, end, null);
            length = end;
        }
    }

    private void next(int from, int to, @Nullable Object object) {
        if (size == froms.length) {
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
            growths = Arrays.copyOf(growths, size * 2);
            objects = Arrays.copyOf(objects, size * 2);
        }
        froms[size] = from;
        tos[size] = to;
        if (objects[size] != object) {
            // Mostly there was none and is none, and to store a reference is not free.
            objects[size] = object;
        }
        size++;
    }

    /** The value comes in place of one of so many bytes; answers by how many it is longer. */
    int replaces(int at, int lengthBefore) {
        growths[at] = length(at) - lengthBefore;
        return growths[at];
    }

    /** What {@link #replaces} answered. */
    int growth(int at) {
        return growths[at];
    }

    boolean isGone(int at) {
        return froms[at] == GONE;
    }

    boolean isKept(int at) {
        return froms[at] == KEPT;
    }

    boolean isWritten(int at) {
        return froms[at] >= 0;
    }

    /** The object beside the bytes that the value is, or null if it is none. */
    @Nullable
    Object object(int at) {
        return objects[at];
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int at) {
        return froms[at];
    }

    int to(int at) {
        return tos[at];
    }

    int length(int at) {
        return tos[at] - froms[at];
    }
}
