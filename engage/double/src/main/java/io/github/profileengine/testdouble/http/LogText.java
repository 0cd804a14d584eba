package io.github.profileengine.testdouble.http;

/** Makes text from outside safe for a log or an error: no part of it can break a line or be invisible. */
final class LogText {
    private static final int MAX_CHARACTERS = 200;

    private LogText() {}

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(MAX_CHARACTERS).forEach(character -> append(out, character));
        return text.length() > MAX_CHARACTERS ? out.append("...").toString() : out.toString();
    }

    /** A fault with an escaped message, which may quote text from outside. The stack trace stays. */
    static Throwable escaped(Throwable fault) {
        Throwable escaped = new IllegalStateException(escaped(fault.toString()));
        escaped.setStackTrace(fault.getStackTrace());
        return escaped;
    }

    private static void append(StringBuilder out, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR ->
                escape(out, character);
            case Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED -> escape(out, character);
            default -> out.appendCodePoint(character);
        }
    }

    private static void escape(StringBuilder out, int character) {
        out.append(String.format("\\u{%x}", character));
    }
}
