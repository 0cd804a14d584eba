package io.github.profileengine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks that bytes are valid UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. The JSON parser
 * accepts some of these. So every byte is checked here, or by {@link SyntaxScanner}, before the parser sees it.
 */
final class Utf8Check {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8Check() {}

    /**
     * Finds the first invalid byte.
     *
     * @return the index of the first byte of the first invalid or cut sequence, or {@code to} if there is none
     */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = skipAscii(bytes, at, to);
            if (at < to) {
                int length = sequenceLength(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
        return to;
    }

    private static int skipAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length in bytes of the sequence that begins with the non-ASCII byte at {@code at}; 0 if it is invalid. */
    static int sequenceLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        if (lead < 0xE0) {
            return isContinuation(bytes, at + 1, to) ? 2 : 0;
        }
        if (at + 1 >= to || !secondByteFits(lead, bytes[at + 1] & 0xFF) || !isContinuation(bytes, at + 2, to)) {
            return 0;
        }
        if (lead < 0xF0) {
            return 3;
        }
        return isContinuation(bytes, at + 3, to) ? 4 : 0;
    }

    /**
     * The second byte shows overlong forms (after E0, F0), surrogates (after ED) and code points that are too large
     * (after F4).
     */
    private static boolean secondByteFits(int lead, int second) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }

    private static boolean isContinuation(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] & 0xC0) == 0x80;
    }
}
