package io.github.profileengine.testdouble.expression;

/**
 * Thrown for a text that is no expression, and for a value that an expression cannot use. The message says where and
 * why.
 */
public final class InvalidExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int column;

    InvalidExpressionException(Position position, String problem) {
        super(position.column() > 0 ? "column " + position.column() + ": " + problem : problem);
        this.offset = position.offset();
        this.column = position.column();
    }

    /** The number of UTF-16 units before the offending place; -1 if unknown. */
    public int offset() {
        return offset;
    }

    /** The column of the offending place in characters, from 1; 0 if unknown. */
    public int column() {
        return column;
    }
}
