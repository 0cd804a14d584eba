package io.github.profileengine.representation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON type of a value, or that there is none. */
public enum ValueType {
    ABSENT("nothing"),
    NULL("null"),
    BOOLEAN("a boolean"),
    INTEGER("an integer"),
    REAL("a number"),
    TEXT("text"),
    LIST("a list"),
    OBJECT("an object");

    private final String phrase;

    ValueType(String phrase) {
        this.phrase = phrase;
    }

    /** The type as messages name it, with its article. */
    public String phrase() {
        return phrase;
    }

    public boolean isNumber() {
        return this == INTEGER || this == REAL;
    }

    /** The type of a canonical value or of {@link CurrentValue#ABSENT}. */
    public static ValueType of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        // Canonical values have exactly these classes, so one comparison of classes decides, without a virtual call.
        Class<?> type = value.getClass();
        if (type == String.class) {
            return TEXT;
        } else if (type == Long.class) {
            return INTEGER;
        } else if (type == Double.class) {
            return REAL;
        } else if (type == Boolean.class) {
            return BOOLEAN;
        } else if (value instanceof List) {
            return LIST;
        } else if (value instanceof Map) {
            return OBJECT;
        }
        assert value == CurrentValue.ABSENT : type;
        return ABSENT;
    }
}
