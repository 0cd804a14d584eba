package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.StagedAppend;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The encoded forms of the values that an update writes, one per staged property. Scratch of one writer. */
final class EncodedValues {
    private static final int FEW = 4;
    private static final int FEW_BYTES = 64;
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private byte[] bytes = new byte[FEW_BYTES];
    private int length;
    // Made on demand and reused by the next update.
    private @Nullable EncodedValue[] values = new EncodedValue[FEW];
    private int size;

    /** Removes all values. */
    void clear() {
        length = 0;
        size = 0;
    }

    /** The form of the next property, for the caller to set. */
    EncodedValue next() {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        EncodedValue next = values[size];
        if (next == null) {
            next = new EncodedValue();
            values[size] = next;
        }
        size++;
        return next;
    }

    /** The form of a property. */
    EncodedValue at(int place) {
        EncodedValue value = values[place];
        assert value != null;
        return value;
    }

    private void reserve(int most) {
        if (bytes.length - length < most) {
            bytes = Arrays.copyOf(bytes, Layout.room((long) length + most, 2L * length + most));
        }
    }

    /** Encodes a list of a record with added elements. Returns false, and does nothing, if it would be out of line. */
    boolean encodeGrown(EncodedValue form, PackedList list, StagedAppend grown) {
        reserve(ElementBytes.MOST_BYTES);
        int end = ListBytes.writeGrown(bytes, length, list, grown);
        if (end == ValueBytes.NOT_INLINE) {
            return false;
        }
        form.setInline(length, end);
        length = end;
        return true;
    }

    /** Copies a list that is encoded already. */
    void takeOver(EncodedValue form, PackedList list) {
        reserve(list.length());
        System.arraycopy(list.bytes(), list.from(), bytes, length, list.length());
        form.setInline(length, length + list.length());
        length += list.length();
    }

    /** Encodes a value. */
    void encode(EncodedValue form, @Nullable Object value) {
        reserve(ValueBytes.most(value));
        int end = ValueBytes.write(bytes, length, value);
        if (end == ValueBytes.NOT_INLINE) {
            assert value != null;
            form.setOutOfLine(length, length + ValueBytes.OUT_OF_LINE_BYTES, value);
        } else {
            form.setInline(length, end);
            length = end;
        }
    }

    /** Adds an encoded value to an image. The record has the old value in this slot, negative if it has none. */
    void addTo(RecordImage whole, EncodedValue form, RecordView base, int slot) {
        Object object = form.object();
        if (object == null) {
            whole.add(bytes, form.from(), form.to());
        } else {
            whole.addObject(object, base, slot);
        }
    }

    /** The {@link Footprint} of a value; {@code form} is its encoded form. */
    int footprint(EncodedValue form, @Nullable Object value) {
        // The bytes of a text or number show it directly; a list or object knows its own.
        return form.object() == null && !(value instanceof ListValue || value instanceof ObjectValue)
                ? ValueBytes.footprint(bytes, form.from(), form.to(), NO_OBJECTS)
                : Footprint.of(value);
    }

    /**
     * Whether the bytes show that a value has the footprint of the one that it {@linkplain EncodedValue#replace
     * replaces}.
     */
    boolean holdsAsMuch(EncodedValue form, byte kindBefore) {
        return form.growth() == 0
                && form.object() == null
                && bytes[form.from()] == kindBefore
                && ValueBytes.isOneSize(kindBefore);
    }

    byte[] bytes() {
        return bytes;
    }
}
