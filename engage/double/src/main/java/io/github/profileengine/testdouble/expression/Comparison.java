package io.github.profileengine.testdouble.expression;

/** A comparison of two values. Comparisons do not chain: {@code 1 < x < 5} is not a valid expression. */
public record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Expression {
    @Override
    public Object value(PropertySource properties) {
        return operator.of(left.value(properties), right.value(properties));
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public void appendTo(StringBuilder out) {
        left.appendOperandTo(out, Precedence.SUM);
        out.append(' ').append(operator.symbol()).append(' ');
        right.appendOperandTo(out, Precedence.SUM);
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
