package io.github.profileengine.wire;

import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import java.util.HashMap;
import java.util.Map;

/** The options of a reducer as members in the first line of a log. A limit that is off has no member. */
final class OptionMembers {

    private static final String LIMITS = "limits";
    private static final String STRICT = "strict";
    private static final String FLATTEN = "flattenAppendedLists";
    private static final String CREATED = "automaticCreated";
    private static final String LAST_SEEN = "automaticLastSeen";

    private static final String NAME_CODE_POINTS = "maxNameCodePoints";
    private static final String TEXT_BYTES = "maxTextBytes";
    private static final String PROPERTY_BYTES = "maxPropertyBytes";
    private static final String OBJECT_KEYS = "maxObjectKeys";
    private static final String OBJECT_DEPTH = "maxObjectDepth";
    private static final String PROPERTIES = "maxProperties";

    private static final int OFF = Integer.MAX_VALUE;

    private OptionMembers() {}

    static Map<String, Object> of(ReducerOptions options) {
        return Map.of(
                LIMITS,
                limits(options.limits()),
                STRICT,
                options.strict(),
                FLATTEN,
                options.flattenAppendedLists(),
                CREATED,
                options.automaticCreated(),
                LAST_SEEN,
                options.automaticLastSeen());
    }

    private static Map<String, Object> limits(Limits limits) {
        Map<String, Object> members = new HashMap<>();
        members.put(NAME_CODE_POINTS, limits.maxNameCodePoints());
        members.put(TEXT_BYTES, limits.maxTextBytes());
        members.put(PROPERTY_BYTES, limits.maxPropertyBytes());
        members.put(OBJECT_KEYS, limits.maxObjectKeys());
        members.put(OBJECT_DEPTH, limits.maxObjectDepth());
        members.put(PROPERTIES, limits.maxProperties());
        members.values().removeIf(limit -> limit.equals(OFF));
        return members;
    }

    static ReducerOptions read(LineMembers options) throws LineFault {
        options.requireOnly(LIMITS, STRICT, FLATTEN, CREATED, LAST_SEEN);
        return new ReducerOptions(
                limits(options.object(LIMITS)),
                options.flag(STRICT),
                options.flag(FLATTEN),
                options.flag(CREATED),
                options.flag(LAST_SEEN));
    }

    private static Limits limits(LineMembers limits) throws LineFault {
        limits.requireOnly(NAME_CODE_POINTS, TEXT_BYTES, PROPERTY_BYTES, OBJECT_KEYS, OBJECT_DEPTH, PROPERTIES);
        return new Limits(
                limit(limits, NAME_CODE_POINTS),
                limit(limits, TEXT_BYTES),
                limit(limits, PROPERTY_BYTES),
                limit(limits, OBJECT_KEYS),
                limit(limits, OBJECT_DEPTH),
                limit(limits, PROPERTIES));
    }

    private static int limit(LineMembers limits, String name) throws LineFault {
        if (!limits.has(name)) {
            return OFF;
        }
        long limit = limits.count(name);
        if (limit < 1 || limit >= OFF) {
            throw new LineFault(name + ", not a limit from 1 to " + (OFF - 1));
        }
        return (int) limit;
    }
}
