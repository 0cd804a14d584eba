package io.github.profileengine.cli;

/**
 * Text that is safe to show on a terminal, one line for one message. File names and field names come from outside: a
 * line break in one could forge another message, an escape sequence could rewrite the screen, and a change of writing
 * direction could reorder the line.
 */
final class PrintableText {

    private PrintableText() {}

    /** The text with every character that is not plainly visible replaced by its {@code \}{@code u} form. */
    static String of(String text) {
        int index = 0;
        while (index < text.length() && isPrintable(text.charAt(index))) {
            index++;
        }
        return index == text.length() ? text : escapedFrom(text, index);
    }

    private static String escapedFrom(String text, int first) {
        StringBuilder escaped = new StringBuilder(text.length() + 20).append(text, 0, first);
        for (int index = first; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (isPrintable(unit)) {
                escaped.append(unit);
            } else if (unit == '\n') {
                escaped.append("\\n");
            } else if (unit == '\r') {
                escaped.append("\\r");
            } else if (unit == '\t') {
                escaped.append("\\t");
            } else {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
        return escaped.toString();
    }

    private static boolean isPrintable(char unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
