package io.github.profileengine.testdouble.http;

/**
 * Makes text safe for a response header. The JDK's server writes only the low byte of each character, so some letters
 * would become line breaks. Characters of more than one byte and control characters other than tabs are replaced.
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
