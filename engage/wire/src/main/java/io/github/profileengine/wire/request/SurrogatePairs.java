package io.github.profileengine.wire.request;

import java.util.Arrays;

/**
 * Repairs characters beyond U+FFFF that were encoded as two sequences of three bytes, one for each surrogate, instead
 * of four bytes of UTF-8. The official SDK for browsers encodes an emoji like this whenever it packs with base64. A
 * single surrogate stays as it is.
 */
final class SurrogatePairs {

    private static final int HALF = 3;
    private static final int LEAD = 0xED;

    private SurrogatePairs() {}

    /** The text with each such pair in valid UTF-8; the same array if there is none. */
    static byte[] joined(byte[] text) {
        int first = 0;
        while (first < text.length && !isPair(text, first)) {
            first++;
        }
        return first == text.length ? text : joined(text, first);
    }

    private static byte[] joined(byte[] text, int first) {
        byte[] joined = text.clone();
        int to = first;
        for (int from = first; from < text.length; ) {
            if (isPair(text, from)) {
                int character = Character.toCodePoint(half(text, from), half(text, from + HALF));
                joined[to++] = (byte) (0xF0 | character >> 18);
                joined[to++] = (byte) (0x80 | character >> 12 & 0x3F);
                joined[to++] = (byte) (0x80 | character >> 6 & 0x3F);
                joined[to++] = (byte) (0x80 | character & 0x3F);
                from += 2 * HALF;
            } else {
                joined[to++] = text[from++];
            }
        }
        return Arrays.copyOf(joined, to);
    }

    private static boolean isPair(byte[] text, int at) {
        return text[at] == (byte) LEAD
                && at + 2 * HALF <= text.length
                && text[at + HALF] == (byte) LEAD
                && isWithin(text[at + 1], 0xA0)
                && isWithin(text[at + HALF + 1], 0xB0)
                && isContinuation(text[at + 2])
                && isContinuation(text[at + HALF + 2]);
    }

    private static boolean isWithin(byte second, int sixteen) {
        return (second & 0xF0) == sixteen;
    }

    private static boolean isContinuation(byte third) {
        return (third & 0xC0) == 0x80;
    }

    private static char half(byte[] text, int at) {
        return (char) (0xD000 | (text[at + 1] & 0x3F) << 6 | text[at + 2] & 0x3F);
    }
}
