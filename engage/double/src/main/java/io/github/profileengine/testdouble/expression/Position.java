package io.github.profileengine.testdouble.expression;

/**
 * A position in the text of an expression.
 *
 * @param offset the number of UTF-16 units before it
 * @param column the column in characters, from 1
 */
public record Position(int offset, int column) {
    /** The position of an expression that was not parsed from a text. */
    public static final Position UNKNOWN = new Position(-1, 0);
}
