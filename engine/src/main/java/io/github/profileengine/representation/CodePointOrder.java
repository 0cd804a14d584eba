package io.github.profileengine.representation;

/** The order of names and ids: by Unicode code point, which for well-formed text is also the order of UTF-8 bytes. */
public final class CodePointOrder {
    private CodePointOrder() {}

    /** Negative, zero or positive as {@code left} comes before, with or after {@code right}. */
    public static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int at = 0; at < shared; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }

    // UTF-16 puts surrogates, which stand for U+10000 and above, before U+E000..U+FFFF.
    private static int rank(char unit) {
        if (unit < Character.MIN_SURROGATE) {
            return unit;
        }
        return unit <= Character.MAX_SURROGATE ? unit + 0x2000 : unit - 0x800;
    }
}
