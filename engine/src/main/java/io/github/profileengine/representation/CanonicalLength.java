package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** How many bytes of UTF-8 the canonical text of a value without parts takes. */
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

    /** With its quotes and escapes. */
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
