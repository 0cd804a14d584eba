package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.UtcSecond;
import io.github.profileengine.representation.ValueEquality;
import io.github.profileengine.representation.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * How a record stores a value: one byte for its kind, then as many as it takes; the record knows where it ends.
 *
 * <p>Large values are out of line, and only their positions are stored here: texts of over {@value #MAX_UNITS} units,
 * lists and objects that are not short. How a value that is or contains an object is encoded also depends on which
 * names had numbers when it was written; any other value has only one encoding.
 */
final class ValueBytes {
    static final byte NULL = 0;
    static final byte FALSE = 1;
    static final byte TRUE = 2;
    static final byte INTEGER_1 = 3;
    static final byte INTEGER_2 = 4;
    static final byte INTEGER_4 = 5;
    static final byte INTEGER_8 = 6;
    static final byte REAL = 7;
    /** A text that shows a UTC second: the seconds since the year 0, in five bytes. */
    static final byte SECOND = 8;

    static final byte LATIN = 9;
    static final byte UTF8 = 10;
    /** A list that contains some value twice. */
    static final byte LIST = 11;
    /** A list of distinct values. */
    static final byte DISTINCT_LIST = 12;
    /** The position of an out-of-line object, in four bytes. */
    static final byte OUT_OF_LINE = 13;

    /** An object with its names and values, encoded by {@link ObjectBytes}. */
    static final byte OBJECT = 14;

    /**
     * The longest text stored inline: copying a longer one, and all that follows it, costs more than a reference to it.
     */
    static final int MAX_UNITS = 256;

    /** What {@link #write} returns for a value that must be out of line. */
    static final int NOT_INLINE = -1;

    /** Bytes of an {@link #OUT_OF_LINE}. */
    static final int OUT_OF_LINE_BYTES = 5;

    private static final int SECOND_TEXT_UNITS = 19;

    private ValueBytes() {}

    /** At least as much room as {@link #write} needs for a value. */
    static int most(@Nullable Object value) {
        if (value instanceof String text) {
            return 1 + TextBytes.most(Math.min(MAX_UNITS, text.length()));
        }
        return value instanceof ListValue || value instanceof ObjectValue ? ElementBytes.MOST_BYTES : 1 + Long.BYTES;
    }

    /** Writes a value; returns the position after it, or {@link #NOT_INLINE}. */
    static int write(byte[] to, int at, @Nullable Object value) {
        if (value instanceof String text) {
            return writeText(to, at, text);
        } else if (value instanceof Long integer) {
            return writeInteger(to, at, integer);
        } else if (value instanceof Double real) {
            to[at] = REAL;
            Bytes.putLong(to, at + 1, Double.doubleToRawLongBits(real));
            return at + 1 + Long.BYTES;
        } else if (value instanceof ListValue list) {
            return ListBytes.write(to, at, list);
        } else if (value instanceof ObjectValue object) {
            return ObjectBytes.write(to, at, object);
        } else if (value == null || value instanceof Boolean) {
            to[at] = value == null ? NULL : (boolean) value ? TRUE : FALSE;
            return at + 1;
        }
        return NOT_INLINE;
    }

    private static int writeText(byte[] to, int at, String text) {
        if (text.length() > MAX_UNITS) {
            return NOT_INLINE;
        }
        long second = UtcSecond.epochSecond(text);
        if (second != UtcSecond.NONE) {
            long sinceZero = second - UtcSecond.MIN;
            to[at] = SECOND;
            Bytes.putInt(to, at + 1, (int) sinceZero);
            to[at + 5] = (byte) (sinceZero >>> Integer.SIZE);
            return at + 6;
        }
        to[at] = LATIN;
        int end = TextBytes.writeLatin(to, at + 1, text);
        if (end == TextBytes.NO_FORM) {
            to[at] = UTF8;
            end = TextBytes.writeUtf8(to, at + 1, text);
        }
        return end == TextBytes.NO_FORM ? NOT_INLINE : end;
    }

    /** The kind of an integer. */
    static byte kind(long integer) {
        if (integer == (int) integer) {
            return integer == (byte) integer ? INTEGER_1 : integer == (short) integer ? INTEGER_2 : INTEGER_4;
        }
        return INTEGER_8;
    }

    /** Whether a text is stored as {@link #LATIN}, if it is inline. */
    static boolean isLatin(String text) {
        return TextBytes.isLatin(text) && UtcSecond.epochSecond(text) == UtcSecond.NONE;
    }

    private static int writeInteger(byte[] to, int at, long integer) {
        if (integer == (byte) integer) {
            to[at] = INTEGER_1;
            to[at + 1] = (byte) integer;
            return at + 1 + Byte.BYTES;
        } else if (integer == (short) integer) {
            to[at] = INTEGER_2;
            Bytes.putShort(to, at + 1, (int) integer);
            return at + 1 + Short.BYTES;
        } else if (integer == (int) integer) {
            to[at] = INTEGER_4;
            Bytes.putInt(to, at + 1, (int) integer);
            return at + 1 + Integer.BYTES;
        }
        to[at] = INTEGER_8;
        Bytes.putLong(to, at + 1, integer);
        return at + 1 + Long.BYTES;
    }

    /** Writes the position of an out-of-line object. */
    static int writeObject(byte[] to, int at, int position) {
        to[at] = OUT_OF_LINE;
        Bytes.putInt(to, at + 1, position);
        return at + OUT_OF_LINE_BYTES;
    }

    /** The position of an object. */
    static int objectPosition(byte[] bytes, int from) {
        assert bytes[from] == OUT_OF_LINE;
        return Bytes.integer(bytes, from + 1);
    }

    /** Decodes the value at {@code from} to {@code to}. */
    static @Nullable Object read(byte[] bytes, int from, int to, @Nullable Object[] objects) {
        int at = from + 1;
        return switch (bytes[from]) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case INTEGER_1, INTEGER_2, INTEGER_4, INTEGER_8 -> integer(bytes, from);
            case REAL -> real(bytes, from);
            case SECOND -> UtcSecond.text(second(bytes, from));
            case LATIN -> TextBytes.latin(bytes, at, to);
            case UTF8 -> TextBytes.utf8(bytes, at, to);
            case LIST, DISTINCT_LIST -> ListBytes.read(bytes, from, to);
            case OBJECT -> ObjectBytes.read(bytes, from);
            default -> objects[objectPosition(bytes, from)];
        };
    }

    static boolean isList(byte kind) {
        return kind == LIST || kind == DISTINCT_LIST;
    }

    static boolean isInteger(byte kind) {
        return kind >= INTEGER_1 && kind <= INTEGER_8;
    }

    static long integer(byte[] bytes, int from) {
        return switch (bytes[from]) {
            case INTEGER_1 -> bytes[from + 1];
            case INTEGER_2 -> Bytes.shortInt(bytes, from + 1);
            case INTEGER_4 -> Bytes.integer(bytes, from + 1);
            default -> Bytes.longInt(bytes, from + 1);
        };
    }

    static double real(byte[] bytes, int from) {
        return Double.longBitsToDouble(Bytes.longInt(bytes, from + 1));
    }

    private static long second(byte[] bytes, int from) {
        long low = Bytes.integer(bytes, from + 1) & 0xFFFF_FFFFL;
        return low + ((long) bytes[from + 5] << Integer.SIZE) + UtcSecond.MIN;
    }

    static ValueType type(byte[] bytes, int from, @Nullable Object[] objects) {
        return switch (bytes[from]) {
            case NULL -> ValueType.NULL;
            case FALSE, TRUE -> ValueType.BOOLEAN;
            case INTEGER_1, INTEGER_2, INTEGER_4, INTEGER_8 -> ValueType.INTEGER;
            case REAL -> ValueType.REAL;
            case SECOND, LATIN, UTF8 -> ValueType.TEXT;
            case LIST, DISTINCT_LIST -> ValueType.LIST;
            case OBJECT -> ValueType.OBJECT;
            default -> ValueType.of(objects[objectPosition(bytes, from)]);
        };
    }

    /**
     * Whether the value at {@code from} to {@code to} equals a canonical value. Makes an object only of a list or of a
     * text beyond Latin-1.
     */
    static boolean isSame(byte[] bytes, int from, int to, @Nullable Object[] objects, @Nullable Object other) {
        byte kind = bytes[from];
        if (other instanceof String text) {
            return switch (kind) {
                case LATIN -> TextBytes.isSameLatin(bytes, from + 1, to, text);
                case UTF8 -> TextBytes.isSameUtf8(bytes, from + 1, to, text);
                case SECOND -> text.length() == SECOND_TEXT_UNITS && UtcSecond.epochSecond(text) == second(bytes, from);
                case OUT_OF_LINE -> text.equals(objects[objectPosition(bytes, from)]);
                default -> false;
            };
        } else if (other instanceof Long integer) {
            return isInteger(kind) && integer(bytes, from) == integer;
        } else if (other instanceof Double real) {
            return kind == REAL && real(bytes, from) == real;
        } else if (kind == OBJECT) {
            return other instanceof ObjectValue object && ObjectBytes.isSame(bytes, from, object);
        } else if (isList(kind) || kind == OUT_OF_LINE) {
            return other != null && ValueEquality.same(read(bytes, from, to, objects), other);
        }
        return kind == NULL ? other == null : kind <= TRUE && other instanceof Boolean bool && bool == (kind == TRUE);
    }

    /** Whether values of a kind with equally many bytes all have the same {@link Footprint}. */
    static boolean isOneSize(byte kind) {
        // The kinds before it are constants, numbers and times.
        return kind <= LATIN;
    }

    /** The {@link Footprint} of the value at {@code from} to {@code to}. */
    static int footprint(byte[] bytes, int from, int to, @Nullable Object[] objects) {
        return switch (bytes[from]) {
            case NULL, FALSE, TRUE -> 0;
            case INTEGER_1, INTEGER_2, INTEGER_4, INTEGER_8, REAL -> Footprint.ofNumber();
            case SECOND -> Footprint.ofTextBytes(SECOND_TEXT_UNITS);
            case LATIN -> Footprint.ofTextBytes(to - from - 1);
            case UTF8 -> Footprint.ofTextBytes(2L * TextBytes.units(bytes, from + 1, to));
            case LIST, DISTINCT_LIST -> ListBytes.footprint(bytes, from + 1, to);
            case OBJECT -> ObjectBytes.footprint(bytes, from, to);
            default -> Footprint.of(objects[objectPosition(bytes, from)]);
        };
    }
}
