package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/** {@code not x}: the opposite of a boolean, true for {@code undefined}, {@code undefined} for anything else. */
public record LogicalNegation(Expression operand) implements Expression {
    @Override
    public Object value(PropertySource properties) {
        @Nullable Object value = operand.value(properties);
        if (value instanceof Boolean truth) {
            return !truth;
        }
        return value == Undefined.UNDEFINED ? true : Undefined.UNDEFINED;
    }

    @Override
    public Precedence precedence() {
        return Precedence.NOT;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append("not ");
        operand.appendOperandTo(out, Precedence.NOT);
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
