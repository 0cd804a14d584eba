package io.github.profileengine.wire;

import org.jspecify.annotations.Nullable;

/** The text that an id on the wire means: a text itself, an integer's digits, {@code true} or {@code false}. */
public final class IdText {

    private IdText() {}

    /**
     * The text of an id, which is empty where the id is; null for a value that is no id.
     *
     * @param value a canonical value
     */
    public static @Nullable String of(@Nullable Object value) {
        boolean id = value instanceof String || value instanceof Long || value instanceof Boolean;
        return id ? String.valueOf(value) : null;
    }
}
