package io.github.profileengine.testdouble.expression;

/**
 * A string in double or single quotes. Its escapes are those of JSON and <code>\'</code>. An unpaired surrogate is
 * refused, because no value may contain one.
 */
final class QuotedText {
    private static final String ESCAPES = "\"'\\/bfnrt";
    private static final String ESCAPED = "\"'\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private final String source;
    private final int start;
    private int at;

    QuotedText(String source, int start) {
        this.source = source;
        this.start = start;
    }

    /** The index after the closing quote. Call it after {@link #read}. */
    int end() {
        return at;
    }

    String read(Lexer lexer) {
        char quote = source.charAt(start);
        StringBuilder content = new StringBuilder();
        for (at = start + 1; at < source.length(); at++) {
            char unit = source.charAt(at);
            if (unit == quote) {
                at++;
                return checked(content, lexer);
            }
            content.append(unit == '\\' ? escaped(lexer) : unit);
        }
        throw new InvalidExpressionException(
                lexer.position(start), "expected the closing " + quote + " of this text but the expression ends");
    }

    private char escaped(Lexer lexer) {
        int escape = at++;
        char letter = at < source.length() ? source.charAt(at) : ' ';
        int known = ESCAPES.indexOf(letter);
        if (known >= 0) {
            return ESCAPED.charAt(known);
        }
        int code = letter == 'u' ? hex() : -1;
        if (code < 0) {
            throw new InvalidExpressionException(
                    lexer.position(escape),
                    "expected an escape such as \\\" \\' \\\\ \\n \\t or \\u with four hexadecimal digits");
        }
        return (char) code;
    }

    private int hex() {
        int code = 0;
        for (int digits = 0; digits < HEX_DIGITS; digits++) {
            int digit = ++at < source.length() && source.charAt(at) < 128 ? Character.digit(source.charAt(at), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private String checked(StringBuilder content, Lexer lexer) {
        String text = content.toString();
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new InvalidExpressionException(lexer.position(start), "text with an unpaired surrogate");
        }
        return text;
    }
}
