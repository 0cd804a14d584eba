package io.github.profileengine.packed;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;

/**
 * How a record stores its names. A shared {@link Shape} is stored as its number. A shape in dictionary mode is stored
 * within the record, as the numbers of its names, two bytes each. If a name has no number, the shape is an out-of-line
 * object.
 *
 * <p>A field of four bytes ({@link Layout#NAMES}) says which of the three it is. From 0 on, it is the number of a
 * shape. Just below 0, it is the complement of a position among the chunk's objects. Far below 0, it says how many
 * names there are.
 */
final class RecordNames {
    private static final int NAME_BYTES = Short.BYTES;
    private static final int ABSENT = -1;
    // A scan of so many numbers takes no longer than a binary search, which loads names.
    private static final int FEW = 512;
    private static final int NAMES_A_LONG = Long.BYTES / NAME_BYTES;
    private static final long EACH = 0x0001_0001_0001_0001L;
    private static final long EACH_HIGHEST_BIT = EACH << Short.SIZE - 1;
    private static final int LOWEST_POSITION = Integer.MIN_VALUE / 2;

    private RecordNames() {}

    /** Bytes of the names that a record of this shape stores. */
    static int bytes(Shape shape) {
        return shape.id() < 0 && shape.isNumbered() ? bytesOf(shape.size()) : 0;
    }

    /** The heap of a record's shape, if it is out of line; else 0. */
    static int heapSize(Shape shape) {
        return bytes(shape) > 0 ? 0 : shape.heapSize();
    }

    /** Whether this value of the field stands for an out-of-line shape. */
    static boolean isBeside(int first) {
        return first < 0 && first >= LOWEST_POSITION;
    }

    /** Bytes of the names in a record with this value of the field. */
    static int bytes(int first) {
        return first < LOWEST_POSITION ? bytesOf(first - Integer.MIN_VALUE) : 0;
    }

    /** Bytes of so many names in a record. */
    static int bytesOf(int names) {
        return names * NAME_BYTES;
    }

    /** How many names take so many bytes. */
    static int count(int bytes) {
        return bytes / NAME_BYTES;
    }

    /** The value of the field in a record that stores so many bytes of names. */
    static int first(int bytes) {
        return Integer.MIN_VALUE + count(bytes);
    }

    /** Writes the names of a shape; all must have numbers. */
    static void write(byte[] bytes, int at, Shape shape) {
        for (int name = 0; name < shape.size(); name++) {
            write(bytes, at + bytesOf(name), shape.name(name));
        }
    }

    /** Writes one name. */
    static void write(byte[] bytes, int at, Name name) {
        assert name.number() > 0 : name;
        Bytes.putShort(bytes, at, name.number());
    }

    /** The slot of a name among {@code names} that begin at {@code from}, or a negative number. */
    static int slotOf(byte[] bytes, int from, int names, Name name) {
        return names <= FEW ? scan(bytes, from, names, name) : search(bytes, from, names, name);
    }

    // Equal names have the same number. A name that has none yet is in no record.
    private static int scan(byte[] bytes, int from, int names, Name name) {
        int number = name.numberIfAny();
        if (number <= 0) {
            return ABSENT;
        }
        long wanted = number * EACH;
        int at = 0;
        for (; at <= names - NAMES_A_LONG; at += NAMES_A_LONG) {
            long differences = Bytes.longInt(bytes, from + bytesOf(at)) ^ wanted;
            // The lowest bit set is in the first of the four numbers that is equal; higher bits may be set by mistake.
            long same = differences - EACH & ~differences & EACH_HIGHEST_BIT;
            if (same != 0) {
                return at + Long.numberOfTrailingZeros(same) / Short.SIZE;
            }
        }
        for (; at < names; at++) {
            if (numberAt(bytes, from, at) == number) {
                return at;
            }
        }
        return ABSENT;
    }

    private static int search(byte[] bytes, int from, int names, Name name) {
        int low = 0;
        int high = names - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Name.ofNumber(numberAt(bytes, from, middle)).compareTo(name);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~low;
    }

    /** The slot before which a missing name belongs. */
    static int placeOf(byte[] bytes, int from, int names, Name name) {
        return ~search(bytes, from, names, name);
    }

    /** The sum of their {@link Name#hash hashes}. */
    static int hashSum(byte[] bytes, int from, int names) {
        int sum = 0;
        for (int name = 0; name < names; name++) {
            sum += Name.hashOfNumber(numberAt(bytes, from, name));
        }
        return sum;
    }

    private static int numberAt(byte[] bytes, int from, int name) {
        return Bytes.get(bytes, from + bytesOf(name), NAME_BYTES);
    }

    /** The shape of the names between two positions. */
    static Shape read(byte[] bytes, int from, int to) {
        Name[] names = new Name[count(to - from)];
        for (int name = 0; name < names.length; name++) {
            names[name] = Name.ofNumber(numberAt(bytes, from, name));
        }
        return Shape.dictionary(names);
    }
}
