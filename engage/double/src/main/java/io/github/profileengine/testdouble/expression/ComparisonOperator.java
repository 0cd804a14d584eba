package io.github.profileengine.testdouble.expression;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The operators that compare two values. */
public enum ComparisonOperator {
    /** Whether both values have the same type and content. */
    EQUAL("==") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ValueComparison.same(left, right);
        }
    },
    /** The negation of {@code ==}. */
    UNEQUAL("!=") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return !ValueComparison.same(left, right);
        }
    },
    LESS("<") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ordered(left, right, order -> order < 0);
        }
    },
    AT_MOST("<=") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ordered(left, right, order -> order <= 0);
        }
    },
    GREATER(">") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ordered(left, right, order -> order > 0);
        }
    },
    AT_LEAST(">=") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ordered(left, right, order -> order >= 0);
        }
    },
    /** Whether a string contains another string, or a list contains an element that equals the value. */
    IN("in") {
        @Override
        Object of(@Nullable Object left, @Nullable Object right) {
            return ValueComparison.inside(left, right);
        }
    };

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** Compares two values. The result is a boolean or {@link Undefined}. */
    abstract Object of(@Nullable Object left, @Nullable Object right);

    private static Object ordered(@Nullable Object left, @Nullable Object right, IntPredicate wanted) {
        OptionalInt order = ValueComparison.order(left, right);
        return order.isPresent() ? wanted.test(order.getAsInt()) : Undefined.UNDEFINED;
    }
}
