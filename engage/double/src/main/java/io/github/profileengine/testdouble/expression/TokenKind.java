package io.github.profileengine.testdouble.expression;

/** What a token is. */
enum TokenKind {
    NUMBER,
    TEXT,
    WORD,
    SYMBOL,
    END
}
