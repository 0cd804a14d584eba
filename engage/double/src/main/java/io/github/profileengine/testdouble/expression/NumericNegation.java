package io.github.profileengine.testdouble.expression;

/** {@code -x}: the number's opposite; {@code undefined} of anything else. */
public record NumericNegation(Expression operand) implements Expression {
    @Override
    public Object value(PropertySource properties) {
        return operand.value(properties) instanceof Number number
                ? Arithmetic.difference(0L, number)
                : Undefined.UNDEFINED;
    }

    @Override
    public Precedence precedence() {
        return Precedence.MINUS;
    }

    @Override
    public void appendTo(StringBuilder out) {
        // A sign before digits belongs to the number.
        boolean digits = operand instanceof Literal literal && literal.isUnsignedNumber();
        out.append(digits ? "-(" : "-");
        operand.appendOperandTo(out, Precedence.MINUS);
        out.append(digits ? ")" : "");
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
