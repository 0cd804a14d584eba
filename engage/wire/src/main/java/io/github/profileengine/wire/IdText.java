package io.github.profileengine.wire;

import org.jspecify.annotations.Nullable;

/**
 * Converts an id on the wire to text: a string stays as it is, an integer becomes its digits, a boolean {@code true} or
 * {@code false}.
 */
public final class IdText {

    private IdText() {}

    /**
     * The text of an id, which is empty for an empty id; null for a value that is no id.
     *
     * @param value a canonical value
     */
    public static @Nullable String of(@Nullable Object value) {
        boolean id = value instanceof String || value instanceof Long || value instanceof Boolean;
        return id ? String.valueOf(value) : null;
    }
}
