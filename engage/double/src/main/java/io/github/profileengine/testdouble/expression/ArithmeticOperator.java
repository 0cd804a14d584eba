package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.Nullable;

/**
 * The operators {@code + - * / %}. They take two numbers; {@code +} also joins two strings. Other operands give
 * {@code undefined}.
 */
public enum ArithmeticOperator {
    PLUS("+", Precedence.SUM) {
        @Override
        Object of(Number left, Number right) {
            return Arithmetic.sum(left, right);
        }
    },
    MINUS("-", Precedence.SUM) {
        @Override
        Object of(Number left, Number right) {
            return Arithmetic.difference(left, right);
        }
    },
    TIMES("*", Precedence.PRODUCT) {
        @Override
        Object of(Number left, Number right) {
            return Arithmetic.product(left, right);
        }
    },
    OVER("/", Precedence.PRODUCT) {
        @Override
        Object of(Number left, Number right) {
            return Arithmetic.quotient(left, right);
        }
    },
    MODULO("%", Precedence.PRODUCT) {
        @Override
        Object of(Number left, Number right) {
            return Arithmetic.remainder(left, right);
        }
    };

    /**
     * The longest string that joining may produce, in UTF-16 units. A longer one is {@code undefined}, so that the
     * memory of a request is bounded.
     */
    static final int MAX_TEXT = 4_194_304;

    private final String symbol;
    private final Precedence precedence;

    ArithmeticOperator(String symbol, Precedence precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    String symbol() {
        return symbol;
    }

    Precedence precedence() {
        return precedence;
    }

    abstract Object of(Number left, Number right);

    Object apply(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return of(a, b);
        }
        boolean joins = this == PLUS
                && left instanceof String start
                && right instanceof String end
                && start.length() + end.length() <= MAX_TEXT;
        return joins ? left + String.valueOf(right) : Undefined.UNDEFINED;
    }
}
