package io.github.profileengine.wire;

/** Describes in words why a {@link SyntaxScanner} stopped. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    /** Describes why {@code scanner} failed over bytes that end at {@code to}. */
    static String of(SyntaxScanner scanner, byte[] bytes, int to) {
        int at = scanner.failedAt();
        if (at >= to) {
            return scanner.failedInText() ? "the input ends inside a text in quotes" : atEnd(scanner);
        }
        byte c = bytes[at];
        if (c < 0 && Utf8Check.sequenceLength(bytes, at, to) == 0) {
            return "invalid UTF-8";
        }
        return scanner.failedInText() ? insideText(c) : unexpected(bytes, at, to) + " where " + wanted(scanner);
    }

    /** Describes a text that the end of the input cuts short. */
    static String atEnd(SyntaxScanner scanner) {
        if (scanner.depth() == 0) {
            return "the input ends where a value is expected";
        }
        return scanner.inObject() ? "the input ends inside an object" : "the input ends inside a list";
    }

    /** Describes what follows a complete text on its line. */
    static String trailing(byte[] bytes, int at, int to) {
        return unexpected(bytes, at, to) + " after the end of the JSON value";
    }

    private static String insideText(byte c) {
        if (c == '\\') {
            return "unknown escape inside a text in quotes";
        }
        return c == '\n' || c == '\r'
                ? "the line ends inside a text in quotes"
                : String.format("unescaped control character U+%04X inside a text in quotes", c);
    }

    private static String wanted(SyntaxScanner scanner) {
        return switch (scanner.expected()) {
            case VALUE -> "a value is expected";
            case ELEMENT_OR_END -> "a value or ] is expected";
            case NAME -> "a name in quotes is expected";
            case NAME_OR_END -> "a name in quotes or } is expected";
            case COLON -> ": is expected";
            case SEPARATOR -> scanner.inObject() ? ", or } is expected" : ", or ] is expected";
        };
    }

    private static String unexpected(byte[] bytes, int at, int to) {
        byte c = bytes[at];
        if (c > ' ' && c < 0x7F) {
            return "unexpected character '" + (char) c + "'";
        }
        if (c == '\n' || c == '\r') {
            return "unexpected end of line";
        }
        return c < 0 && Utf8Check.sequenceLength(bytes, at, to) == 0
                ? "invalid UTF-8"
                : String.format("unexpected character U+%04X", codePoint(bytes, at));
    }

    private static int codePoint(byte[] bytes, int at) {
        int lead = bytes[at];
        if (lead >= 0) {
            return lead;
        }
        int length = lead >= (byte) 0xF0 ? 4 : lead >= (byte) 0xE0 ? 3 : 2;
        int codePoint = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            codePoint = codePoint << 6 | bytes[at + i] & 0x3F;
        }
        return codePoint;
    }
}
