package io.github.profileengine.benchmark.apply;

import org.jspecify.annotations.Nullable;

/** Sums of canonical numbers. */
final class TreeSum {
    private TreeSum() {}

    /** The sum in canonical form, or null if it is not finite. */
    static @Nullable Object of(Number a, Number b) {
        if (a instanceof Long && b instanceof Long) {
            long x = a.longValue();
            long y = b.longValue();
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return sum;
            }
        }
        double sum = a.doubleValue() + b.doubleValue();
        return Double.isInfinite(sum) ? null : TreeValue.number(sum);
    }
}
