package io.github.profileengine.testdouble.expression;

/** The kind of a token. */
enum TokenKind {
    NUMBER,
    TEXT,
    WORD,
    SYMBOL,
    END
}
