package io.github.profileengine.testdouble.expression;

/** What an expression gives where there is no value: a missing property, or operands that an operator cannot use. */
public enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "undefined";
    }
}
