package io.github.profileengine.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, little-endian, at any position. */
final class Bytes {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private Bytes() {}

    static int unsignedShort(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    static int shortInt(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    static void putShort(byte[] bytes, int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    static int integer(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static long longInt(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    /** Writes the low bytes of a number: one, two or four. */
    static void put(byte[] bytes, int at, int value, int width) {
        if (width == Byte.BYTES) {
            bytes[at] = (byte) value;
        } else if (width == Short.BYTES) {
            putShort(bytes, at, value);
        } else {
            putInt(bytes, at, value);
        }
    }

    /** The number that {@link #put} wrote; unsigned unless it has four bytes. */
    static int get(byte[] bytes, int at, int width) {
        if (width == Byte.BYTES) {
            return bytes[at] & 0xFF;
        }
        return width == Short.BYTES ? unsignedShort(bytes, at) : integer(bytes, at);
    }

    /** Reads a number that {@link #putVariable} wrote. */
    static int variable(byte[] bytes, int at) {
        int value = bytes[at];
        if (value >= 0) {
            return value;
        }
        value &= MORE - 1;
        int next = at;
        int shift = BITS;
        byte part;
        do {
            part = bytes[++next];
            value |= (part & MORE - 1) << shift;
            shift += BITS;
        } while (part < 0);
        return value;
    }

    /** How many bytes {@link #putVariable} writes for a number that is not negative. */
    static int variableLength(int value) {
        return value < MORE ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / BITS;
    }

    /** Writes a number that is not negative, a small one in few bytes; returns the position after it. */
    static int putVariable(byte[] bytes, int at, int value) {
        int rest = value;
        int next = at;
        while (rest >= MORE) {
            bytes[next++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[next++] = (byte) rest;
        return next;
    }
}
