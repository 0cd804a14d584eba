package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** The length in UTF-8 bytes of the canonical text of a scalar value. */
final class CanonicalLength {
    private CanonicalLength() {}

    static long of(@Nullable Object scalar) {
        if (scalar instanceof String text) {
            return ofText(text);
        }
        if (scalar instanceof Double real) {
            StringBuilder digits = new StringBuilder(24);
            DoubleText.append(digits, real);
            return digits.length();
        }
        return String.valueOf(scalar).length();
    }

    /** Of a text, with its quotes and escapes. */
    static long ofText(String text) {
        long bytes = 2;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            bytes += CanonicalWriter.needsEscape(unit)
                    ? CanonicalWriter.escape(unit).length()
                    : Utf8.bytesOfUnit(unit);
        }
        return bytes;
    }
}
