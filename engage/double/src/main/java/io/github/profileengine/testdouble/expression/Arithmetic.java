package io.github.profileengine.testdouble.expression;

import io.github.profileengine.value.ValueBuilder;

/**
 * Arithmetic of canonical numbers. It is exact as long as both operands and the result are integers of 64 bits;
 * otherwise it computes with doubles. The result is canonical, or {@link Undefined} if it is not finite or the divisor
 * is 0.
 */
final class Arithmetic {
    private Arithmetic() {}

    static Object canonical(double number) {
        Object canonical = Double.isFinite(number) ? ValueBuilder.copyOf(number, 0) : null;
        return canonical == null ? Undefined.UNDEFINED : canonical;
    }

    static Object sum(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            if (((a ^ sum) & (b ^ sum)) >= 0) {
                return sum;
            }
        }
        return canonical(left.doubleValue() + right.doubleValue());
    }

    static Object difference(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            if (((a ^ b) & (a ^ difference)) >= 0) {
                return difference;
            }
        }
        return canonical(left.doubleValue() - right.doubleValue());
    }

    static Object product(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            long product = a * b;
            if (Math.multiplyHigh(a, b) == product >> Long.SIZE - 1) {
                return product;
            }
        }
        return canonical(left.doubleValue() * right.doubleValue());
    }

    static Object quotient(Number left, Number right) {
        if (right.doubleValue() == 0) {
            return Undefined.UNDEFINED;
        }
        // This is the only quotient of two integers that overflows.
        boolean overflows = left.equals(Long.MIN_VALUE) && right.equals(-1L);
        if (left instanceof Long a && right instanceof Long b && a % b == 0 && !overflows) {
            return a / b;
        }
        return canonical(left.doubleValue() / right.doubleValue());
    }

    /** The remainder of a division that rounds towards zero: it has the sign of the dividend. */
    static Object remainder(Number left, Number right) {
        if (right.doubleValue() == 0) {
            return Undefined.UNDEFINED;
        }
        return left instanceof Long a && right instanceof Long b
                ? (Object) (a % b)
                : canonical(left.doubleValue() % right.doubleValue());
    }

    /** The nearest integer; if two are equally near, the one further from zero. */
    static Object round(Number number) {
        double magnitude = Math.abs(number.doubleValue());
        double below = Math.floor(magnitude);
        double nearest = magnitude - below >= 0.5 ? below + 1 : below;
        return number instanceof Long ? number : canonical(Math.copySign(nearest, number.doubleValue()));
    }

    static Object floor(Number number) {
        return number instanceof Long ? number : canonical(Math.floor(number.doubleValue()));
    }

    static Object ceil(Number number) {
        return number instanceof Long ? number : canonical(Math.ceil(number.doubleValue()));
    }
}
