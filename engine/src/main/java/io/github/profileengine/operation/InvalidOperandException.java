package io.github.profileengine.operation;

/** An operand of the wrong JSON type as a whole, which fails its record. */
public final class InvalidOperandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidOperandException(Operator operator, String problem) {
        super(operator.symbol() + ", " + problem);
        this.field = operator.symbol();
    }

    /** The operator's symbol, as the record names the field. */
    public String field() {
        return field;
    }

    /** The stable code. */
    public Rule rule() {
        return Rule.RECORD_OPERAND_BAD_TYPE;
    }
}
