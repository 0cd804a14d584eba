package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record fields that are no operators and have a meaning. */
enum Field {
    TOKEN("$token"),
    DISTINCT_ID("$distinct_id"),
    GROUP_KEY("$group_key"),
    GROUP_ID("$group_id"),
    TIME("$time"),
    IGNORE_TIME("$ignore_time"),
    IGNORE_ALIAS("$ignore_alias"),
    IP("$ip"),
    LATITUDE("$latitude"),
    LONGITUDE("$longitude");

    /** Fields with these names are accepted but not stored, even if the value is a list or an object. */
    private static final String[] WITHOUT_MEANING = {
        "$device_id", "$user_id", "$had_persisted_distinct_id", "$mp_metadata"
    };

    private static final Map<String, Object> MEANINGS = new HashMap<>();

    static {
        for (String name : WITHOUT_MEANING) {
            MEANINGS.put(name, name);
        }
        for (Field field : values()) {
            MEANINGS.put(field.wireName, field);
        }
        for (Operator operator : Operator.values()) {
            MEANINGS.put(operator.symbol(), operator);
        }
    }

    private final String wireName;

    Field(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /**
     * The {@link Field} or {@link Operator} with this name; the name itself if it is one of {@link #WITHOUT_MEANING};
     * null for any other name.
     */
    static @Nullable Object meaning(String name) {
        return MEANINGS.get(name);
    }
}
