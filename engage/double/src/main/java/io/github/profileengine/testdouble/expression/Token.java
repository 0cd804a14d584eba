package io.github.profileengine.testdouble.expression;

/**
 * A word, symbol or literal in the text of an expression.
 *
 * @param text the content of a string; the characters of any other token
 * @param shown the characters for messages, shortened if there are many
 */
record Token(TokenKind kind, String text, String shown, Position position) {
    boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }
}
