package io.github.profileengine.testdouble.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two or more operands joined by {@code and}, or by {@code or}. {@code undefined} counts as false; any other value that
 * is not boolean is an error. All operands are evaluated, so whether there is an error does not depend on their order.
 *
 * @param positions the position of each operand in the text; ignored by {@code equals}
 */
public record Junction(JunctionOperator operator, List<Expression> operands, List<Position> positions)
        implements Expression {
    public Junction {
        operands = List.copyOf(operands);
        positions = List.copyOf(positions);
        if (operands.size() < 2) {
            throw new IllegalArgumentException(operator.word() + " joins two or more");
        }
        for (int at = 0; at < operands.size(); at++) {
            if (operands.get(at) instanceof Literal literal) {
                truth(operator, literal.value(), position(positions, at));
            }
        }
    }

    /** A junction that was not parsed from a text. */
    public static Junction of(JunctionOperator operator, List<Expression> operands) {
        return new Junction(operator, operands, List.of());
    }

    private static Position position(List<Position> positions, int at) {
        return at < positions.size() ? positions.get(at) : Position.UNKNOWN;
    }

    private static boolean truth(JunctionOperator operator, @Nullable Object value, Position position) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value == Undefined.UNDEFINED) {
            return false;
        }
        throw new InvalidExpressionException(
                position, '"' + operator.word() + "\" takes booleans, but this is " + ValueKind.of(value));
    }

    @Override
    public Boolean value(PropertySource properties) {
        boolean all = true;
        boolean any = false;
        for (int at = 0; at < operands.size(); at++) {
            boolean truth = truth(operator, operands.get(at).value(properties), position(positions, at));
            all &= truth;
            any |= truth;
        }
        return operator == JunctionOperator.AND ? all : any;
    }

    @Override
    public Precedence precedence() {
        return operator.precedence();
    }

    @Override
    public void appendTo(StringBuilder out) {
        String separator = "";
        for (Expression operand : operands) {
            out.append(separator);
            operand.appendOperandTo(out, operator.ofOperands());
            separator = " " + operator.word() + " ";
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Junction junction
                && operator == junction.operator
                && operands.equals(junction.operands);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operator, operands);
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
