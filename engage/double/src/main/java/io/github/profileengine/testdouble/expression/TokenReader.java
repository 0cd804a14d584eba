package io.github.profileengine.testdouble.expression;

/** The tokens of an expression, with one token of lookahead and a limit on nesting. */
final class TokenReader {
    private final Lexer lexer;
    private Token next;
    private int depth;

    TokenReader(String source) {
        this.lexer = new Lexer(source);
        this.next = lexer.next();
    }

    Token next() {
        return next;
    }

    Token take() {
        Token taken = next;
        next = lexer.next();
        return taken;
    }

    boolean takeWord(String word) {
        boolean there = next.isWord(word);
        if (there) {
            take();
        }
        return there;
    }

    boolean takeSymbol(String symbol) {
        boolean there = next.isSymbol(symbol);
        if (there) {
            take();
        }
        return there;
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected('"' + symbol + '"');
        }
    }

    InvalidExpressionException unexpected(String expected) {
        String found = next.kind() == TokenKind.END ? "the expression ends" : "found " + next.shown();
        return new InvalidExpressionException(next.position(), "expected " + expected + " but " + found);
    }

    /** Enters one more level of nesting, which begins with the next token. */
    void deeper() {
        if (++depth > ExpressionParser.MAX_DEPTH) {
            throw new InvalidExpressionException(
                    next.position(), "nested over " + ExpressionParser.MAX_DEPTH + " levels");
        }
    }

    void shallower() {
        depth--;
    }
}
