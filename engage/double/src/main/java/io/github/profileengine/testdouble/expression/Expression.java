package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/**
 * A parsed expression. Immutable; any thread may evaluate it.
 *
 * <p>Its value is a canonical value of the engine, an {@link java.time.Instant} or {@link Undefined}. Operators are
 * total functions: what they cannot use gives {@code undefined}. The one exception is {@link Junction}.
 *
 * <p>{@code toString} is its text with the fewest parentheses, which parses to an equal tree.
 */
public sealed interface Expression
        permits ArithmeticChain,
                Comparison,
                FunctionCall,
                Junction,
                Literal,
                LogicalNegation,
                NumericNegation,
                PropertyReference {

    /**
     * The value over the properties of one profile.
     *
     * @throws InvalidExpressionException if {@code and} or {@code or} meets what is neither boolean nor undefined
     */
    @Nullable
    Object value(PropertySource properties);

    /** How tightly it binds. */
    Precedence precedence();

    /** Appends its text. */
    void appendTo(StringBuilder out);

    /** Appends its text, in parentheses if it binds less tightly than {@code least}. */
    default void appendOperandTo(StringBuilder out, Precedence least) {
        boolean loose = precedence().compareTo(least) < 0;
        out.append(loose ? "(" : "");
        appendTo(out);
        out.append(loose ? ")" : "");
    }

    /** The text of an expression. */
    static String text(Expression expression) {
        StringBuilder out = new StringBuilder();
        expression.appendTo(out);
        return out.toString();
    }
}
