package io.github.profileengine.testdouble.expression;

/** {@code -x}: the negative of a number; {@code undefined} for anything else. */
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
        // Without parentheses, the sign would become part of the literal.
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
