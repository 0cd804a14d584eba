package io.github.profileengine.testdouble.expression;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of an expression into tokens, one at a time. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("==", "!=", "<=", ">=", "(", ")", "[", "]", ",", "<", ">", "+", "-", "*", "/", "%");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*+");
    private static final int SHOWN = 24;

    private final String source;
    private int at;
    private Position last = new Position(0, 1);

    Lexer(String source) {
        this.source = source;
    }

    Token next() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        Position start = position(at);
        if (at == source.length()) {
            return new Token(TokenKind.END, "", "", start);
        }
        char first = source.charAt(at);
        if (first == '"' || first == '\'') {
            QuotedText text = new QuotedText(source, at);
            String content = text.read(this);
            at = text.end();
            return new Token(TokenKind.TEXT, content, shown(start), start);
        }
        return number(start);
    }

    private Token number(Position start) {
        Matcher number = NumberText.UNSIGNED.matcher(source).region(at, source.length());
        Matcher word = WORD.matcher(source).region(at, source.length());
        if (number.lookingAt()) {
            at = number.end();
            if (at < source.length() && word.region(at, source.length()).lookingAt()) {
                throw new InvalidExpressionException(start, "expected a number but found " + quoted(start, word.end()));
            }
            return token(TokenKind.NUMBER, start);
        }
        if (word.lookingAt()) {
            at = word.end();
            return token(TokenKind.WORD, start);
        }
        return symbol(start);
    }

    private Token symbol(Position start) {
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                at += symbol.length();
                return token(TokenKind.SYMBOL, start);
            }
        }
        String hint = switch (source.charAt(at)) {
            case '=' -> "; equality is \"==\"";
            case '&' -> "; write \"and\"";
            case '|' -> "; write \"or\"";
            case '!' -> "; write \"not\"";
            default -> "";
        };
        int end = source.offsetByCodePoints(at, 1);
        throw new InvalidExpressionException(
                start, "expected an operator or value but found " + quoted(start, end) + hint);
    }

    private Token token(TokenKind kind, Position start) {
        return new Token(kind, source.substring(start.offset(), at), shown(start), start);
    }

    private String shown(Position start) {
        return quoted(start, at);
    }

    private String quoted(Position start, int end) {
        boolean cut = source.codePointCount(start.offset(), end) > SHOWN;
        int to = cut ? source.offsetByCodePoints(start.offset(), SHOWN) : end;
        return source.substring(start.offset(), to) + (cut ? "..." : "");
    }

    /** The position of an offset, which must not be before the one of the last call. */
    Position position(int offset) {
        int characters = source.codePointCount(last.offset(), offset);
        last = new Position(offset, last.column() + characters);
        return last;
    }
}
