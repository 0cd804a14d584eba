package io.github.profileengine.representation;

/** How texts are encoded in UTF-8. */
public final class Utf8 {
    private Utf8() {}

    /** False if the text holds an unpaired surrogate, which UTF-8 cannot carry. */
    public static boolean canCarry(String text) {
        int length = text.length();
        int at = 0;
        // Nearly all texts end in this loop, which does one comparison per unit.
        while (at < length && text.charAt(at) < Character.MIN_SURROGATE) {
            at++;
        }
        for (; at < length; at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (at + 1 == length || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** Bytes of a unit in well-formed text: a surrogate counts as two, so that a pair makes four. */
    static int bytesOfUnit(char unit) {
        if (unit < 0x80) {
            return 1;
        }
        return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }

    /** The longest prefix of whole code points that takes at most {@code maxBytes}; the same instance if all fits. */
    public static String prefix(String text, int maxBytes) {
        int length = text.length();
        if (length * 3L <= maxBytes) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < length) {
            int units = Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
            bytes += units == 2 ? 4 : bytesOfUnit(text.charAt(at));
            if (bytes > maxBytes) {
                return text.substring(0, at);
            }
            at += units;
        }
        return text;
    }
}
