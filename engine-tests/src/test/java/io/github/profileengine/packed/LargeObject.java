package io.github.profileengine.packed;

import java.util.Map;

/** Objects that are too large to lie in a record. */
final class LargeObject {
    /** What makes an object that holds it too large. */
    static final String LONG = "x".repeat(ValueBytes.MAX_UNITS + 1);

    private LargeObject() {}

    /** The object of a name and of a text that is too long. */
    static Map<String, Object> of(String name, Object value) {
        return Map.of(name, value, "long", LONG);
    }
}
