package io.github.profileengine.testdouble.expression;

/**
 * The result of an expression that has no value: for a missing property, or for operands that an operator cannot use.
 */
public enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "undefined";
    }
}
