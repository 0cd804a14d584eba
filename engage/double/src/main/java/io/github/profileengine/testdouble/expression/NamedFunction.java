package io.github.profileengine.testdouble.expression;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions. Each takes one value. The name in expressions is the name of the constant in lower case. */
public enum NamedFunction {
    /** The greatest integer that is not above the number. */
    FLOOR(value -> value instanceof Number number ? Arithmetic.floor(number) : Undefined.UNDEFINED),
    /** The nearest integer; if two are equally near, the one further from zero. */
    ROUND(value -> value instanceof Number number ? Arithmetic.round(number) : Undefined.UNDEFINED),
    /** The least integer that is not below the number. */
    CEIL(value -> value instanceof Number number ? Arithmetic.ceil(number) : Undefined.UNDEFINED),
    BOOLEAN(Casts::toBoolean),
    NUMBER(Casts::toNumber),
    STRING(Casts::toText),
    LIST(Casts::toList),
    /** Whether there is a value; a stored null counts as one. */
    DEFINED(value -> value != Undefined.UNDEFINED),
    /** The time that a string or number denotes. */
    DATETIME(DatetimeText::parse);

    private final UnaryOperator<@Nullable Object> function;

    NamedFunction(UnaryOperator<@Nullable Object> function) {
        this.function = function;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object of(@Nullable Object value) {
        return function.apply(value);
    }

    static @Nullable NamedFunction named(String word) {
        for (NamedFunction function : values()) {
            if (function.word().equals(word)) {
                return function;
            }
        }
        return null;
    }
}
