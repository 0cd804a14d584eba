package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** The one equality of canonical values: JSON type and content. */
public final class ValueEquality {
    private ValueEquality() {}

    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        // Equal canonical values have the same class, and a known class needs no virtual call.
        Class<?> type = left.getClass();
        if (type != right.getClass()) {
            return false;
        } else if (type == String.class) {
            return ((String) left).equals(right);
        } else if (type == Long.class) {
            return ((Long) left).longValue() == ((Long) right).longValue();
        } else if (type == Double.class) {
            return ((Double) left).doubleValue() == ((Double) right).doubleValue();
        } else if (type == ListValue.class) {
            return ((ListValue) left).equals(right);
        } else if (type == ObjectValue.class) {
            return ((ObjectValue) left).equals(right);
        }
        return left.equals(right);
    }
}
