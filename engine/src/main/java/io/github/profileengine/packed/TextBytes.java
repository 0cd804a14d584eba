package io.github.profileengine.packed;

import io.github.profileengine.representation.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Texts as bytes: one byte per unit if all are Latin-1, else UTF-8. A text has only one encoding, so equal encodings
 * are equal texts.
 */
final class TextBytes {
    /** What writing returns for a text that the encoding cannot carry: in UTF-8, an unpaired surrogate. */
    static final int NO_FORM = -1;

    private static final int LATIN_END = 0x100;
    private static final int MOST_BYTES_A_UNIT = 3;
    // The least first byte of a code point that takes four bytes.
    private static final int FOUR_BYTES = 0xF0;

    private TextBytes() {}

    /** At least as many bytes as a text of so many units takes. */
    static int most(int units) {
        return (int) Math.min(Integer.MAX_VALUE - Long.BYTES, (long) units * MOST_BYTES_A_UNIT);
    }

    static boolean isLatin(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= LATIN_END) {
                return false;
            }
        }
        return true;
    }

    /** Writes a text as Latin-1; returns the position after it, or {@link #NO_FORM}. */
    static int writeLatin(byte[] to, int from, String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char unit = text.charAt(at);
            if (unit >= LATIN_END) {
                return NO_FORM;
            }
            to[from + at] = (byte) unit;
        }
        return from + length;
    }

    /** Writes a text as UTF-8; returns the position after it, or {@link #NO_FORM}. */
    static int writeUtf8(byte[] to, int from, String text) {
        if (!Utf8.canCarry(text)) {
            return NO_FORM;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, to, from, encoded.length);
        return from + encoded.length;
    }

    static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static String utf8(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** How many UTF-16 units a text in UTF-8 has: two for a code point of four bytes, else one. */
    static int units(byte[] bytes, int from, int to) {
        int units = 0;
        for (int at = from; at < to; at++) {
            boolean continues = (bytes[at] & 0xC0) == 0x80;
            units += continues ? 0 : (bytes[at] & 0xFF) >= FOUR_BYTES ? 2 : 1;
        }
        return units;
    }

    static boolean isSameLatin(byte[] bytes, int from, int to, String text) {
        int length = text.length();
        if (length != to - from) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text.charAt(at) != (bytes[from + at] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSameUtf8(byte[] bytes, int from, int to, String text) {
        // No text has more UTF-16 units than UTF-8 bytes.
        return text.length() <= to - from && utf8(bytes, from, to).equals(text);
    }
}
