package io.github.profileengine.testdouble.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operands joined by operators of equal precedence, applied from left to right: {@code a + b - c} or {@code a * b / c}.
 * A chain of any length is one node, so a long expression is not a deep tree.
 *
 * @param steps one or more steps, whose operators have the same precedence
 */
public record ArithmeticChain(Expression first, List<ArithmeticStep> steps) implements Expression {
    public ArithmeticChain {
        steps = List.copyOf(steps);
        if (steps.stream().map(step -> step.operator().precedence()).distinct().count() != 1) {
            throw new IllegalArgumentException("a chain has operators of one precedence");
        }
    }

    @Override
    public @Nullable Object value(PropertySource properties) {
        Object value = first.value(properties);
        for (ArithmeticStep step : steps) {
            value = step.operator().apply(value, step.operand().value(properties));
        }
        return value;
    }

    @Override
    public Precedence precedence() {
        return steps.get(0).operator().precedence();
    }

    @Override
    public void appendTo(StringBuilder out) {
        Precedence least = precedence() == Precedence.SUM ? Precedence.PRODUCT : Precedence.MINUS;
        first.appendOperandTo(out, least);
        for (ArithmeticStep step : steps) {
            out.append(' ').append(step.operator().symbol()).append(' ');
            step.operand().appendOperandTo(out, least);
        }
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
