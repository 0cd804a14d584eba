package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.StagedAppend;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The forms of the values that an update writes, one a staged property. Scratch of one writer. */
final class EncodedValues {
    private static final int KEPT = -1;
    private static final int GONE = -2;
    private static final int FEW = 4;
    private static final int FEW_BYTES = 64;
    private static final int SPAN = 3;
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int GROWTH = 2;
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private byte[] bytes = new byte[FEW_BYTES];
    private int length;
    // Of each value where it begins, where it ends, and by how much it is longer than what it replaces.
    private int[] spans = new int[FEW * SPAN];
    private @Nullable Object[] objects = NO_OBJECTS;
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
        reserve(ElementBytes.MOST_BYTES);
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
        int at = size * SPAN;
        if (at == spans.length) {
            spans = Arrays.copyOf(spans, at * 2);
        }
        spans[at + FROM] = from;
        spans[at + TO] = to;
        if (object(size) != object) {
            // Mostly there was none and is none, and to store a reference is not free.
            holdObject(object);
        }
        size++;
    }

    private void holdObject(@Nullable Object object) {
        if (size >= objects.length) {
            objects = Arrays.copyOf(objects, Math.max(FEW, size * 2));
        }
        objects[size] = object;
    }

    /** The value comes in place of one of so many bytes; answers by how many it is longer. */
    int replaces(int at, int lengthBefore) {
        int growth = length(at) - lengthBefore;
        spans[at * SPAN + GROWTH] = growth;
        return growth;
    }

    /** What {@link #replaces} answered. */
    int lengthened(int at) {
        return spans[at * SPAN + GROWTH];
    }

    boolean isGone(int at) {
        return from(at) == GONE;
    }

    boolean isKept(int at) {
        return from(at) == KEPT;
    }

    boolean isWritten(int at) {
        return from(at) >= 0;
    }

    /** The object beside the bytes that the value is, or null if it is none. */
    @Nullable
    Object object(int at) {
        return at < objects.length ? objects[at] : null;
    }

    /** The {@link Footprint} of a value, which is the one that was added. */
    int footprint(int at, @Nullable Object value) {
        // The bytes of a text or number tell it at a glance, a list or an object knows its own.
        return object(at) == null && !(value instanceof ListValue || value instanceof ObjectValue)
                ? ValueBytes.footprint(bytes, from(at), to(at), NO_OBJECTS)
                : Footprint.of(value);
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int at) {
        return spans[at * SPAN + FROM];
    }

    int to(int at) {
        return spans[at * SPAN + TO];
    }

    int length(int at) {
        return to(at) - from(at);
    }
}
