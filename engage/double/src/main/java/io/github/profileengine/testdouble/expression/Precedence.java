package io.github.profileengine.testdouble.expression;

/** The precedence of expressions, as in Python, lowest first. */
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
