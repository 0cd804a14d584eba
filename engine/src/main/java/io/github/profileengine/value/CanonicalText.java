package io.github.profileengine.value;

import io.github.profileengine.representation.CanonicalWriter;
import io.github.profileengine.representation.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON text of values: two values have equal texts if and only if they are equal. The text has no spaces.
 * Names at every depth are in code point order. Only {@code "}, {@code \} and control characters below U+0020 are
 * escaped. Integers are written as digits, other numbers as in ECMAScript. Pure functions, thread-safe.
 */
public final class CanonicalText {
    private CanonicalText() {}

    /**
     * The canonical text of a value.
     *
     * @param value any value that {@link ValueBuilder#copyOf} takes, or an object of such values
     * @throws IllegalArgumentException if it is neither
     */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** Appends the canonical text of a value to {@code out}; as {@link #of}. */
    public static void append(StringBuilder out, @Nullable Object value) {
        // One level more for a profile's properties, in which values nest that deep.
        CanonicalWriter.append(out, JavaValues.canonical(value, ValueBuilder.MAX_DEPTH + 1));
    }

    /** Compares two names in the order of canonical text: by code point. */
    public static int compareNames(String left, String right) {
        return CodePointOrder.compare(left, right);
    }
}
