package io.github.profileengine.packed;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;

/**
 * How a record tells its names. A shared {@link Shape} is told by its number, and one in dictionary mode by the numbers
 * of its names, two bytes each, which lie in the record. Where a name has no number, the shape is an object beside the
 * record.
 *
 * <p>Which of the three it is stands in a field of four bytes ({@link Layout#NAMES}): from 0 on, that is the number of
 * a shape, just below 0 the complement of a position among the chunk's objects, and far below 0 it says how many names.
 */
final class RecordNames {
    private static final int NAME_BYTES = Short.BYTES;
    private static final int ABSENT = -1;
    // A scan of so many takes no longer than a search, which loads names.
    private static final int FEW = 512;
    private static final int NAMES_A_LONG = Long.BYTES / NAME_BYTES;
    private static final long EACH = 0x0001_0001_0001_0001L;
    private static final long EACH_HIGHEST_BIT = EACH << Short.SIZE - 1;
    private static final int LOWEST_POSITION = Integer.MIN_VALUE / 2;

    private RecordNames() {}

    /** The bytes of the names that a record of a shape holds. */
    static int bytes(Shape shape) {
        return shape.id() < 0 && shape.isNumbered() ? bytesOf(shape.size()) : 0;
    }

    /** The heap that the shape of a record takes beside it. */
    static int heapSize(Shape shape) {
        return bytes(shape) > 0 ? 0 : shape.heapSize();
    }

    /** Whether a record that begins so has its shape as an object. */
    static boolean isBeside(int first) {
        return first < 0 && first >= LOWEST_POSITION;
    }

    /** The bytes of the names in a record that begins so. */
    static int bytes(int first) {
        return first < LOWEST_POSITION ? bytesOf(first - Integer.MIN_VALUE) : 0;
    }

    /** The bytes of so many names in a record. */
    static int bytesOf(int names) {
        return names * NAME_BYTES;
    }

    /** How many names so many bytes are. */
    static int count(int bytes) {
        return bytes / NAME_BYTES;
    }

    /** What a record begins with that holds so many bytes of names. */
    static int first(int bytes) {
        return Integer.MIN_VALUE + count(bytes);
    }

    /** Writes the names of a shape that all have numbers. */
    static void write(byte[] bytes, int at, Shape shape) {
        for (int name = 0; name < shape.size(); name++) {
            write(bytes, at + bytesOf(name), shape.name(name));
        }
    }

    /** Writes one. */
    static void write(byte[] bytes, int at, Name name) {
        assert name.number() > 0 : name;
        Bytes.putShort(bytes, at, name.number());
    }

    /** The slot of a name among so many that begin at a position, or a negative number. */
    static int slotOf(byte[] bytes, int from, int names, Name name) {
        return names <= FEW ? scan(bytes, from, names, name) : search(bytes, from, names, name);
    }

    // Equal names have one number. One that has none yet is in no record.
    private static int scan(byte[] bytes, int from, int names, Name name) {
        int number = name.numberIfAny();
        if (number <= 0) {
            return ABSENT;
        }
        long wanted = number * EACH;
        int at = 0;
        for (; at <= names - NAMES_A_LONG; at += NAMES_A_LONG) {
            long differences = Bytes.longInt(bytes, from + bytesOf(at)) ^ wanted;
            // The lowest bit that is left is in the first of the four that has no difference; above it others may be.
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

    /** Before which slot a name belongs that is not among them. */
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
