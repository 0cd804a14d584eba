package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;

/** What a property holds, by the operators that work on it: with kinds kept apart no operator finds another's value. */
enum PropertyKind {
    VALUE,
    FIRST,
    DETAILS,
    COUNT,
    TAGS,
    EVENTS;

    /** The kind that an operator names; {@code $delete} names none and is not asked. */
    static PropertyKind of(Operator operator) {
        return switch (operator) {
            case SET_ONCE -> FIRST;
            case MERGE -> DETAILS;
            case ADD -> COUNT;
            case UNION -> TAGS;
            case APPEND, REMOVE -> EVENTS;
            default -> VALUE;
        };
    }
}
