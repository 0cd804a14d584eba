package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;

/**
 * Short objects in a record: the kind, the number of names in one byte, the {@linkplain Name#number number} of each
 * name in two, then the values. An object is out of line instead if it has more than {@value ElementBytes#MAX_ELEMENTS}
 * names or {@value ElementBytes#MAX_BYTES} bytes, a name without a number, or a value that no list or object in a
 * record may hold.
 */
final class ObjectBytes {
    private static final int NAME_BYTES = Short.BYTES;
    private static final int HEAD_BYTES = 2;

    private ObjectBytes() {}

    /** Writes an object that is the value of a property; returns what {@link ValueBytes#write} does. */
    static int write(byte[] to, int from, ObjectValue object) {
        return write(to, from, object, ElementBytes.limit(from), ElementBytes.MAX_LEVELS);
    }

    /** The same within bounds, see {@link ElementBytes#write}. */
    static int write(byte[] to, int from, ObjectValue object, int limit, int levels) {
        int size = object.size();
        if (size > ElementBytes.MAX_ELEMENTS) {
            return ValueBytes.NOT_INLINE;
        }
        int at = valuesAt(from, size);
        for (int member = 0; member < size; member++) {
            at = ElementBytes.write(to, at, object.value(member), limit, levels - 1);
            if (at == ValueBytes.NOT_INLINE) {
                return at;
            }
        }
        // Names come last, so that an object that is too large uses up no numbers; one nested in it may have used some.
        return writeNames(to, from, object) ? at : ValueBytes.NOT_INLINE;
    }

    private static boolean writeNames(byte[] to, int from, ObjectValue object) {
        to[from] = ValueBytes.OBJECT;
        to[from + 1] = (byte) object.size();
        for (int member = 0; member < object.size(); member++) {
            int number = object.name(member).numberInObject();
            if (number <= 0) {
                return false;
            }
            Bytes.putShort(to, from + HEAD_BYTES + member * NAME_BYTES, number);
        }
        return true;
    }

    private static int size(byte[] bytes, int from) {
        return bytes[from + 1];
    }

    private static int valuesAt(int from, int size) {
        return from + HEAD_BYTES + size * NAME_BYTES;
    }

    private static Name name(byte[] bytes, int from, int member) {
        return Name.ofNumber(Bytes.unsignedShort(bytes, from + HEAD_BYTES + member * NAME_BYTES));
    }

    /** The object that is at {@code from}. */
    static ObjectValue read(byte[] bytes, int from) {
        Name[] names = new Name[size(bytes, from)];
        for (int member = 0; member < names.length; member++) {
            names[member] = name(bytes, from, member);
        }
        return ObjectValue.ofOrdered(names, ElementBytes.read(bytes, valuesAt(from, names.length), names.length));
    }

    /** Whether the object at {@code from} equals another; makes no object. */
    static boolean isSame(byte[] bytes, int from, ObjectValue other) {
        int size = size(bytes, from);
        if (size != other.size()) {
            return false;
        }
        int at = valuesAt(from, size);
        for (int member = 0; member < size; member++) {
            boolean same = name(bytes, from, member).same(other.name(member))
                    && ElementBytes.isSame(bytes, at, other.value(member));
            if (!same) {
                return false;
            }
            at = ElementBytes.end(bytes, at);
        }
        return true;
    }

    /** The {@link Footprint} of the object at {@code from} to {@code to}. */
    static int footprint(byte[] bytes, int from, int to) {
        int size = size(bytes, from);
        return Footprint.ofObject(size, ElementBytes.footprints(bytes, valuesAt(from, size), to));
    }
}
