package io.github.profileengine.testdouble.expression;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Equality, order and membership of values. Profiles have no type for dates: a date is a string. So a string that is
 * compared with a datetime is read as one, and is {@code undefined} if it is none.
 */
final class ValueComparison {
    private static final double TWO_TO_63 = 0x1p63;

    private ValueComparison() {}

    static boolean same(@Nullable Object left, @Nullable Object right) {
        return Objects.equals(timeBeside(left, right), timeBeside(right, left));
    }

    /** The order of two numbers or of two times; empty for any other values. */
    static OptionalInt order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return OptionalInt.of(compare(a, b));
        }
        if (timeBeside(left, right) instanceof Instant a && timeBeside(right, left) instanceof Instant b) {
            return OptionalInt.of(a.compareTo(b));
        }
        return OptionalInt.empty();
    }

    static Object inside(@Nullable Object part, @Nullable Object whole) {
        if (whole instanceof List<?> list) {
            return part instanceof Instant
                    ? list.stream().anyMatch(element -> same(part, element))
                    : list.contains(part);
        }
        return part instanceof String inner && whole instanceof String outer
                ? outer.contains(inner)
                : Undefined.UNDEFINED;
    }

    private static @Nullable Object timeBeside(@Nullable Object value, @Nullable Object other) {
        return value instanceof String && other instanceof Instant ? DatetimeText.parse(value) : value;
    }

    private static int compare(Number left, Number right) {
        if (left instanceof Long a) {
            return right instanceof Long b ? Long.compare(a, b) : compareExactly(a, right.doubleValue());
        }
        return right instanceof Long b
                ? -compareExactly(b, left.doubleValue())
                : Double.compare(left.doubleValue(), right.doubleValue());
    }

    // Never equal: a canonical double within the range of integers has a fraction.
    private static int compareExactly(long integer, double real) {
        if (real >= TWO_TO_63) {
            return -1;
        }
        return real < -TWO_TO_63 || integer > (long) Math.floor(real) ? 1 : -1;
    }
}
