package io.github.profileengine.testdouble.expression;

/** A text that is no expression, or an expression that meets a value which it cannot use; says where and why. */
public final class InvalidExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int column;

    InvalidExpressionException(Position position, String problem) {
        super(position.column() > 0 ? "column " + position.column() + ": " + problem : problem);
        this.offset = position.offset();
        this.column = position.column();
    }

    /** How many UTF-16 units lie before the offending place; -1 if it is not known. */
    public int offset() {
        return offset;
    }

    /** The offending place in characters, from 1; 0 if it is not known. */
    public int column() {
        return column;
    }
}
