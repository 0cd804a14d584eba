package io.github.profileengine.testdouble.http;

/**
 * Text on its way into a header of an answer. The JDK's server writes the low byte of each character, so that some
 * letters become line breaks there; only what is one byte, and no control, goes out as it is.
 */
final class HeaderText {
    private static final char SUBSTITUTE = '?';

    private HeaderText() {}

    static String safe(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.chars().forEach(character -> out.append(isSafe(character) ? (char) character : SUBSTITUTE));
        return out.toString();
    }

    private static boolean isSafe(int character) {
        return character == '\t' || character <= 0xFF && !Character.isISOControl(character);
    }
}
