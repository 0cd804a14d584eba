package io.github.profileengine.packed;

import io.github.profileengine.representation.LazyValues;
import org.jspecify.annotations.Nullable;

/** The values in a copy of a record, none of which is out of line. Nobody writes the copy. */
final class RecordValues extends LazyValues {
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private final byte[] bytes;
    private final int endsAt;
    private final int valuesAt;

    RecordValues(byte[] bytes, int endsAt, int valuesAt, int size) {
        super(size);
        this.bytes = bytes;
        this.endsAt = endsAt;
        this.valuesAt = valuesAt;
    }

    @Override
    protected @Nullable Object made(int slot) {
        int width = Layout.width(Bytes.integer(bytes, Layout.CAPACITY));
        int endAt = endsAt + slot * width;
        int from = slot == 0 ? 0 : Bytes.get(bytes, endAt - width, width);
        return ValueBytes.read(bytes, valuesAt + from, valuesAt + Bytes.get(bytes, endAt, width), NO_OBJECTS);
    }
}
