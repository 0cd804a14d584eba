package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import org.jspecify.annotations.Nullable;

/**
 * A view of one record, which nobody else writes meanwhile; for one thread, to be pointed at one after another. It only
 * reads, except where the layout matters: it moves the ends of values, and copies or releases objects.
 */
final class RecordView {
    private static final byte[] NO_BYTES = new byte[0];
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    private byte[] bytes = NO_BYTES;
    private @Nullable Object[] objects = NO_OBJECTS;
    // Null until it is asked for, if names are stored in the record: it has to be made.
    private @Nullable Shape shape = Shape.EMPTY;
    private int size;
    private boolean isShapeBeside;
    private int at;
    private int keyAt;
    private int namesAt;
    private int endsAt;
    private int valuesAt;
    private int width;

    /** Points this view at a record and at the objects of its chunk. */
    RecordView pointedAt(byte[] from, int begin, @Nullable Object[] beside) {
        bytes = from;
        objects = beside;
        at = begin;
        int keyBytes = Bytes.variable(bytes, at + Layout.KEY);
        keyAt = at + Layout.KEY + Bytes.variableLength(keyBytes);
        namesAt = keyAt + keyBytes;
        findNames(Bytes.integer(bytes, at + Layout.NAMES));
        width = Layout.width(capacity());
        valuesAt = endsAt + size * width;
        return this;
    }

    private void findNames(int first) {
        int nameBytes = RecordNames.bytes(first);
        isShapeBeside = RecordNames.isBeside(first);
        endsAt = namesAt + nameBytes;
        if (nameBytes > 0) {
            shape = null;
            size = RecordNames.count(nameBytes);
        } else {
            Shape found = first >= 0 ? Shape.ofId(first) : shapeBeside(~first);
            shape = found;
            size = found.size();
        }
    }

    private Shape shapeBeside(int position) {
        Object held = objects[position];
        assert held instanceof Shape;
        return (Shape) held;
    }

    /** Points this view at nothing and drops all references. */
    void forget() {
        bytes = NO_BYTES;
        objects = NO_OBJECTS;
        shape = Shape.EMPTY;
        size = 0;
        isShapeBeside = false;
        namesAt = 0;
        endsAt = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    @Nullable
    Object[] objects() {
        return objects;
    }

    Shape shape() {
        Shape known = shape == null ? RecordNames.read(bytes, namesAt, endsAt) : shape;
        shape = known;
        return known;
    }

    /** The slot of a name, or a negative number; makes no shape for it. */
    int slotOf(Name name) {
        return shape == null ? RecordNames.slotOf(bytes, namesAt, size, name) : shape.indexOf(name);
    }

    /** The slot before which a missing name belongs. */
    int placeOf(Name name) {
        return shape == null ? RecordNames.placeOf(bytes, namesAt, size, name) : shape.placeOf(name);
    }

    /** Whether its names are stored in it. */
    boolean holdsNames() {
        return endsAt > namesAt;
    }

    /** The sum of the hashes of names that {@linkplain #holdsNames are stored in it}. */
    int nameHashSum() {
        return RecordNames.hashSum(bytes, namesAt, size);
    }

    /** Where the number of a slot's name is, if the names {@linkplain #holdsNames are stored in it}. */
    int nameAt(int slot) {
        return namesAt + RecordNames.bytesOf(slot);
    }

    /** How many properties it has. */
    int size() {
        return size;
    }

    /** The field for its names, see {@link RecordNames}. */
    int namesBegin() {
        return Bytes.integer(bytes, at + Layout.NAMES);
    }

    /** Whether its shape is out of line. */
    boolean isShapeBeside() {
        return isShapeBeside;
    }

    int capacity() {
        return Bytes.integer(bytes, at + Layout.CAPACITY);
    }

    /** Where the key begins, with its length. */
    int keyFrom() {
        return at + Layout.KEY;
    }

    /** Bytes of the key with its length. */
    int keyBytes() {
        return namesAt - keyFrom();
    }

    /** Bytes of the names stored in it. */
    int nameBytes() {
        return endsAt - namesAt;
    }

    /** Bytes of all values. */
    int valueBytes() {
        return size == 0 ? 0 : end(size - 1);
    }

    /** Where the first value begins. */
    int valuesAt() {
        return valuesAt;
    }

    private int end(int slot) {
        return Bytes.get(bytes, endsAt + slot * width, width);
    }

    /** Where the value of a slot begins. */
    int from(int slot) {
        return slot == 0 ? valuesAt : valuesAt + end(slot - 1);
    }

    /** Where it ends. */
    int to(int slot) {
        return valuesAt + end(slot);
    }

    /** Moves the ends of the values from a slot on by some bytes; for the writer of the record. */
    void moveEnds(int from, int by) {
        int endAt = endsAt + from * width;
        for (int slot = from; slot < size; slot++, endAt += width) {
            Bytes.put(bytes, endAt, Bytes.get(bytes, endAt, width) + by, width);
        }
    }

    boolean isOutOfLine(int slot) {
        return bytes[from(slot)] == ValueBytes.OUT_OF_LINE;
    }

    /** The position of an {@linkplain #isOutOfLine out-of-line} value among the chunk's objects. */
    int objectPosition(int slot) {
        return ValueBytes.objectPosition(bytes, from(slot));
    }

    @Nullable
    Object value(int slot) {
        return ValueBytes.read(bytes, from(slot), to(slot), objects);
    }

    int footprint(int slot) {
        return ValueBytes.footprint(bytes, from(slot), to(slot), objects);
    }

    /** How many out-of-line objects it has, a shape included. */
    int countObjects() {
        if (!mayHaveObjects()) {
            return 0;
        }
        int count = isShapeBeside() ? 1 : 0;
        for (int slot = 0; slot < size; slot++) {
            count += isOutOfLine(slot) ? 1 : 0;
        }
        return count;
    }

    /** Releases its objects, except a shape. */
    void letGo(Chunk chunk) {
        for (int slot = 0; slot < size; slot++) {
            if (isOutOfLine(slot)) {
                chunk.replaceObject(objectPosition(slot), null);
            }
        }
    }

    /** Adds its objects to the chunk to which its bytes were copied, so many bytes further on. */
    void copyObjects(Chunk chunk, int shift) {
        if (!mayHaveObjects()) {
            return;
        }
        for (int slot = 0; slot < size; slot++) {
            if (isOutOfLine(slot)) {
                Object object = objects[objectPosition(slot)];
                assert object != null;
                ValueBytes.writeObject(chunk.bytes(), from(slot) + shift, chunk.addObject(object));
            }
        }
    }

    /** The heap of its shape, if out of line. */
    int shapeHeapSize() {
        return isShapeBeside ? shape().heapSize() : 0;
    }

    /** The heap of its shape, if out of line, without what an image in its place holds too. */
    long heapOfLostShape(RecordImage other) {
        return isShapeBeside ? shape().heapLostTo(other.shapeIfTold()) : 0;
    }

    ProfileId id(Name token) {
        return KeyBytes.read(bytes, keyAt, namesAt, token);
    }

    /**
     * The profile in a copy of the record, which nobody writes any more. Values are decoded on demand if all are
     * inline.
     */
    Profile profileOfCopy(ProfileId id) {
        return mayHaveObjects() && hasObjects()
                ? profile(id)
                : Profile.ofContent(id, shape(), new RecordValues(bytes, endsAt, valuesAt, size));
    }

    /** Whether its chunk holds any. Most hold none, and looking at each value of a record takes longer. */
    boolean mayHaveObjects() {
        return objects.length > 0;
    }

    private boolean hasObjects() {
        int from = valuesAt;
        for (int slot = 0; slot < size; slot++) {
            if (bytes[from] == ValueBytes.OUT_OF_LINE) {
                return true;
            }
            from = to(slot);
        }
        return false;
    }

    Profile profile(ProfileId id) {
        @Nullable Object[] values = new Object[size];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = value(slot);
        }
        return Profile.ofContent(id, shape(), Slots.of(values));
    }
}
