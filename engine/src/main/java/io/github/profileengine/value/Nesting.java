package io.github.profileengine.value;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.ObjectValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The bound on the nesting of lists and objects. */
final class Nesting {
    private Nesting() {}

    /** The canonical value itself, or {@code IllegalArgumentException} if it is nested too deeply. */
    static Object checked(Object value, int around, int maxDepth) {
        if (exceeds(value, maxDepth - around)) {
            throw tooDeep(maxDepth);
        }
        return value;
    }

    private static boolean exceeds(@Nullable Object value, int maxDepth) {
        Collection<@Nullable Object> parts;
        if (value instanceof ListValue list) {
            parts = list;
        } else if (value instanceof ObjectValue object) {
            parts = object.values();
        } else {
            return false;
        }
        if (maxDepth <= 0) {
            return true;
        }
        for (Object part : parts) {
            if (exceeds(part, maxDepth - 1)) {
                return true;
            }
        }
        return false;
    }

    static IllegalArgumentException tooDeep(int maxDepth) {
        return new IllegalArgumentException(
                "lists and objects nest over " + maxDepth + " levels, counted from the outermost");
    }
}
