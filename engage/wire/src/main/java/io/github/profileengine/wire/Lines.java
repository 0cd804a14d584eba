package io.github.profileengine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts lines and columns of UTF-8 text. */
final class Lines {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

    private Lines() {}

    /** The number of line feeds in {@code [from, to)}. */
    static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeroWhereFeed = (long) LONGS.get(bytes, at) ^ LINE_FEEDS;
            // A byte of `filled` has its high bit set if it is not zero in `zeroWhereFeed`.
            long filled = ((zeroWhereFeed & LOW_BITS) + LOW_BITS) | zeroWhereFeed;
            count += Long.bitCount(~(filled | LOW_BITS));
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                count++;
            }
        }
        return count;
    }

    /** Whether {@code [from, to)} contains a backslash. */
    static boolean holdBackslash(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeroWhereBackslash = (long) LONGS.get(bytes, at) ^ BACKSLASHES;
            long filled = ((zeroWhereBackslash & LOW_BITS) + LOW_BITS) | zeroWhereBackslash;
            if ((filled | LOW_BITS) != -1) {
                return true;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** The column in code points, from 1, of the byte at {@code at} in the line that begins at {@code lineStart}. */
    static long column(byte[] bytes, int lineStart, int at) {
        long column = 1;
        for (int i = lineStart; i < at; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return column;
    }
}
