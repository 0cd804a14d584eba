package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record fields that are no operators and mean something. */
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

    /** What may stand under these names, a list or object included, is accepted and not stored. */
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

    /** The field or the operator of a name; the name itself if it is known to mean nothing; else null. */
    static @Nullable Object meaning(String name) {
        return MEANINGS.get(name);
    }
}
