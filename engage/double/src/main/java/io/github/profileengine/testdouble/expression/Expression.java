package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/**
 * A parsed expression. Immutable; any thread may evaluate it.
 *
 * <p>Its value is a canonical value of the engine, an {@link java.time.Instant} or {@link Undefined}. Operators are
 * total functions: for operands that they cannot use they return {@code undefined}. The only exception is
 * {@link Junction}.
 *
 * <p>{@code toString} returns the text with the fewest parentheses. Parsing that text gives an equal tree.
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
     * Evaluates the expression for one profile.
     *
     * @throws InvalidExpressionException if an operand of {@code and} or {@code or} is neither boolean nor undefined
     */
    @Nullable
    Object value(PropertySource properties);

    /** The precedence of the outermost operator. */
    Precedence precedence();

    /** Appends the text of the expression. */
    void appendTo(StringBuilder out);

    /** Appends the text of the expression, in parentheses if its precedence is lower than {@code least}. */
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
