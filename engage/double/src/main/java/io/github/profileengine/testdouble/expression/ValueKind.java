package io.github.profileengine.testdouble.expression;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the types of values, for messages. */
final class ValueKind {
    private ValueKind() {}

    static String of(@Nullable Object value) {
        if (value instanceof Boolean) {
            return "a boolean";
        } else if (value instanceof Number) {
            return "a number";
        } else if (value instanceof String) {
            return "a text";
        } else if (value instanceof List) {
            return "a list";
        } else if (value instanceof Map) {
            return "an object";
        } else if (value instanceof Instant) {
            return "a datetime";
        }
        return String.valueOf(value);
    }
}
