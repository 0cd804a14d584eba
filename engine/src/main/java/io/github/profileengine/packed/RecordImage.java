package io.github.profileengine.packed;

import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a record that is about to be written, before its position is known. Scratch of one writer.
 *
 * <p>All that may fail happens while the image is made and its room is found; writing it cannot fail.
 */
final class RecordImage {
    private static final int NOWHERE = -1;
    private static final int FEW = 4;
    private static final int FEW_BYTES = 512;
    private static final byte[] NO_BYTES = new byte[0];

    // Null if names are added one by one, with their values.
    private @Nullable Shape shape = Shape.EMPTY;
    // The names that are stored in the record: mostly none.
    private byte[] names = NO_BYTES;
    private int nameBytes;
    private byte[] values = new byte[FEW_BYTES];
    private int length;
    private int[] ends = new int[FEW];
    private int size;
    // The out-of-line objects, where their positions are to be written, and the positions that they already have.
    private @Nullable Object[] objects = new Object[FEW];
    private int[] objectsAt = new int[FEW];
    private int[] positions = new int[FEW];
    private int objectCount;

    /** Begins an image with these names; values are added in the same order. */
    void begin(Shape all) {
        clear();
        shape = all;
        int bytes = RecordNames.bytes(all);
        if (bytes > 0) {
            reserveNames(bytes);
            RecordNames.write(names, 0, all);
            nameBytes = bytes;
        }
        if (ends.length < all.size()) {
            ends = new int[all.size()];
        }
    }

    /** Begins an image of at least one property that stores its names; each is added before its value. */
    void beginNamed() {
        clear();
        shape = null;
    }

    private void clear() {
        Arrays.fill(objects, 0, objectCount, null);
        nameBytes = 0;
        length = 0;
        size = 0;
        objectCount = 0;
    }

    private void reserveNames(int more) {
        if (names.length - nameBytes < more) {
            names = Arrays.copyOf(names, Math.max(FEW_BYTES, Math.max(nameBytes + more, nameBytes * 2)));
        }
    }

    private void reserveEnds(int more) {
        if (ends.length - size < more) {
            ends = Arrays.copyOf(ends, Math.max(size + more, size * 2));
        }
    }

    /** Adds the name of the value that is added next, unless the image has begun with all names. */
    void addName(Name name) {
        if (shape == null) {
            reserveNames(RecordNames.bytesOf(1));
            RecordNames.write(names, nameBytes, name);
            nameBytes += RecordNames.bytesOf(1);
            reserveEnds(1);
        }
    }

    private void addNames(RecordView record, int from, int to) {
        int begin = record.nameAt(from);
        int bytes = record.nameAt(to) - begin;
        reserveNames(bytes);
        System.arraycopy(record.bytes(), begin, names, nameBytes, bytes);
        nameBytes += bytes;
        reserveEnds(to - from);
    }

    private void reserve(int more) {
        if (values.length - length < more) {
            values = Arrays.copyOf(values, Layout.room((long) length + more, length + (long) (length >> 1)));
        }
    }

    /** Adds the values of these properties. */
    void addAll(ObjectValue properties) {
        for (int slot = 0; slot < properties.size(); slot++) {
            add(properties.value(slot));
        }
    }

    private void add(@Nullable Object value) {
        reserve(ValueBytes.most(value));
        int end = ValueBytes.write(values, length, value);
        if (end == ValueBytes.NOT_INLINE) {
            assert value != null;
            addObject(value, NOWHERE);
        } else {
            length = end;
            ends[size++] = length;
        }
    }

    /** Adds a value that is encoded already and inline. */
    void add(byte[] from, int begin, int end) {
        reserve(end - begin);
        System.arraycopy(from, begin, values, length, end - begin);
        length += end - begin;
        ends[size++] = length;
    }

    /**
     * Adds the values in some slots of a record, {@code to} excluded, and their names unless the image has begun with
     * all names.
     */
    void add(RecordView record, int from, int to) {
        if (from == to) {
            return;
        }
        if (shape == null) {
            addNames(record, from, to);
        }
        int begin = record.from(from);
        int bytes = record.to(to - 1) - begin;
        int shift = length - begin;
        reserve(bytes);
        System.arraycopy(record.bytes(), begin, values, length, bytes);
        boolean mayHold = record.mayHaveObjects();
        for (int slot = from, at = begin; slot < to; slot++) {
            if (mayHold && record.bytes()[at] == ValueBytes.OUT_OF_LINE) {
                holdObject(record, at, shift);
            }
            at = record.to(slot);
            ends[size++] = at + shift;
        }
        length += bytes;
    }

    private void holdObject(RecordView record, int at, int shift) {
        int position = ValueBytes.objectPosition(record.bytes(), at);
        Object object = record.objects()[position];
        assert object != null;
        hold(object, at + shift, position);
    }

    /** Adds an out-of-line object, at the position of the one that this slot of a record has, if any. */
    void addObject(Object object, RecordView record, int slot) {
        addObject(object, slot >= 0 && record.isOutOfLine(slot) ? record.objectPosition(slot) : NOWHERE);
    }

    private void addObject(Object object, int position) {
        reserve(ValueBytes.OUT_OF_LINE_BYTES);
        hold(object, length, position);
        length = ValueBytes.writeObject(values, length, position);
        ends[size++] = length;
    }

    // Holds an object whose position is to be written at a place among the values.
    private void hold(Object object, int at, int position) {
        if (objectCount == objects.length) {
            objects = Arrays.copyOf(objects, objectCount * 2);
            objectsAt = Arrays.copyOf(objectsAt, objectCount * 2);
            positions = Arrays.copyOf(positions, objectCount * 2);
        }
        objects[objectCount] = object;
        objectsAt[objectCount] = at;
        positions[objectCount++] = position;
    }

    /** The names with which the image has begun. */
    Shape shape() {
        Shape told = shape;
        assert told != null;
        return told;
    }

    /** The names with which the image has begun; null if they are stored in the record. */
    @Nullable
    Shape shapeIfTold() {
        return shape;
    }

    /** How many properties have been added. */
    int size() {
        return size;
    }

    /** Bytes of the names that are stored in the record. */
    int nameBytes() {
        return nameBytes;
    }

    int valueBytes() {
        return length;
    }

    /** The least capacity of a record with this image, see {@link Layout#capacity}. */
    int capacity(int keyBytes) {
        return Layout.capacity((long) keyBytes + nameBytes, size, length);
    }

    /** The heap of the out-of-line objects, shape included. */
    long heldBytes() {
        long bytes = nameBytes > 0 ? 0 : shape().heapSize();
        for (int object = 0; object < objectCount; object++) {
            bytes += HeapSize.of(objects[object]);
        }
        return bytes;
    }

    /** How many objects a chunk must have room for, at most: an out-of-line shape is one more. */
    int objectCount() {
        return objectCount + (nameBytes == 0 && shape().id() < 0 ? 1 : 0);
    }

    /**
     * Writes names, ends and values into a record that already has its capacity and key.
     *
     * @param namesAt where the key ends
     * @param in the existing record to overwrite; null if the record is new
     */
    void write(Chunk chunk, int at, int namesAt, @Nullable RecordView in) {
        assert size == (shape == null ? RecordNames.count(nameBytes) : shape.size());
        byte[] bytes = chunk.bytes();
        for (int object = 0; object < objectCount; object++) {
            place(chunk, object, in != null);
        }
        Bytes.putInt(bytes, at + Layout.NAMES, namesBegin(chunk, in));
        System.arraycopy(names, 0, bytes, namesAt, nameBytes);
        int width = Layout.width(Bytes.integer(bytes, at + Layout.CAPACITY));
        int endAt = namesAt + nameBytes;
        for (int slot = 0; slot < size; slot++, endAt += width) {
            Bytes.put(bytes, endAt, ends[slot], width);
        }
        System.arraycopy(values, 0, bytes, endAt, length);
    }

    private void place(Chunk chunk, int which, boolean inPlace) {
        Object object = objects[which];
        assert object != null;
        int position = positions[which];
        if (inPlace && position != NOWHERE) {
            chunk.replaceObject(position, object);
        } else {
            position = chunk.addObject(object);
        }
        ValueBytes.writeObject(values, objectsAt[which], position);
    }

    // The position of an out-of-line shape is never given to another one: a reader may still need the old shape.
    private int namesBegin(Chunk chunk, @Nullable RecordView in) {
        if (nameBytes > 0) {
            return RecordNames.first(nameBytes);
        }
        Shape all = shape();
        if (all.id() >= 0) {
            return all.id();
        }
        return in != null && in.isShapeBeside() && in.shape() == all ? in.namesBegin() : ~chunk.addObject(all);
    }
}
