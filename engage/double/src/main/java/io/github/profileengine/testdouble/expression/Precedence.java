package io.github.profileengine.testdouble.expression;

/** How tightly an expression binds, as in Python, the loosest first. */
public enum Precedence {
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    MINUS,
    ATOM
}
