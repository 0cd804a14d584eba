package io.github.profileengine.testdouble.expression;

/**
 * A place in the text of an expression.
 *
 * @param offset how many UTF-16 units lie before it
 * @param column the same in characters, from 1
 */
public record Position(int offset, int column) {
    /** The place of what came from no text. */
    public static final Position UNKNOWN = new Position(-1, 0);
}
