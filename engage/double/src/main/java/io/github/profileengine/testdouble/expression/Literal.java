package io.github.profileengine.testdouble.expression;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A constant in the expression: a number, string, boolean, null, a list of these, {@code undefined}, or the time of
 * {@code datetime("...")}.
 *
 * @param value canonical; an object is refused, because it has no literal form
 */
public record Literal(@Nullable Object value) implements Expression {
    public Literal {
        if (value instanceof Map) {
            throw new IllegalArgumentException("an object has no literal form");
        }
        if (!(value instanceof Instant) && value != Undefined.UNDEFINED) {
            value = ValueBuilder.copyOf(value, ValueBuilder.MAX_DEPTH);
        }
    }

    boolean isUnsignedNumber() {
        return value instanceof Number && !CanonicalText.of(value).startsWith("-");
    }

    @Override
    public @Nullable Object value(PropertySource properties) {
        return value;
    }

    @Override
    public Precedence precedence() {
        return Precedence.ATOM;
    }

    @Override
    public void appendTo(StringBuilder out) {
        if (value instanceof Instant time) {
            out.append("datetime(\"").append(time).append("\")");
        } else if (value == Undefined.UNDEFINED) {
            out.append(value);
        } else {
            CanonicalText.append(out, value);
        }
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
