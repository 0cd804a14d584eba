package io.github.profileengine.cli;

/**
 * Text that is safe to show on a terminal, one line for one message. File names and field names come from outside: a
 * line break in one could forge another message, an escape sequence could rewrite the screen, and a change of writing
 * direction could reorder the line.
 */
final class PrintableText {

    private PrintableText() {}

    /** The text with each invisible or unusual character replaced by its {@code \}{@code u} form. */
    static String of(String text) {
        return text.codePoints().allMatch(PrintableText::isPrintable) ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 20);
        text.codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        switch (character) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                if (isPrintable(character)) {
                    escaped.appendCodePoint(character);
                } else {
                    for (char unit : Character.toChars(character)) {
                        escaped.append(String.format("\\u%04x", (int) unit));
                    }
                }
            }
        }
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
