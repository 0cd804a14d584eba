package io.github.profileengine.operation;

/** Thrown for an operand that has the wrong JSON type as a whole; the record fails. */
public final class InvalidOperandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidOperandException(Operator operator, String problem) {
        super(operator.symbol() + ", " + problem);
        this.field = operator.symbol();
    }

    /** The operator's symbol, which is the name of the record's field. */
    public String field() {
        return field;
    }

    /** The stable code. */
    public Rule rule() {
        return Rule.RECORD_OPERAND_BAD_TYPE;
    }
}
