package io.github.profileengine.testdouble.expression;

/**
 * A word, symbol or literal of an expression's text.
 *
 * @param text what it means: of a text its content, of all others the characters
 * @param shown its characters, cut where there are many, for messages
 */
record Token(TokenKind kind, String text, String shown, Position position) {
    boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }
}
