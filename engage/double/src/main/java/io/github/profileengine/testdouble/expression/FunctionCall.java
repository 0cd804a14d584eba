package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/**
 * A call of a function of one value. {@code datetime("...")} with a literal text is not a call but a {@link Literal}:
 * its text is parsed only once, and the parser reports a wrong one.
 */
public record FunctionCall(NamedFunction function, Expression argument) implements Expression {
    public FunctionCall {
        if (function == NamedFunction.DATETIME
                && argument instanceof Literal literal
                && literal.value() instanceof String) {
            throw new IllegalArgumentException("a datetime of a text is a literal");
        }
    }

    @Override
    public @Nullable Object value(PropertySource properties) {
        return function.of(argument.value(properties));
    }

    @Override
    public Precedence precedence() {
        return Precedence.ATOM;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(function.word()).append('(');
        argument.appendTo(out);
        out.append(')');
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
