package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;

/**
 * What a property holds, by the operators that work on it. The kinds share no property, so no operator meets a value
 * that an operator of another kind wrote.
 */
enum PropertyKind {
    VALUE,
    FIRST,
    DETAILS,
    COUNT,
    TAGS,
    EVENTS;

    /** The kind of property that an operator works on. Not called for {@code $delete}, which names no property. */
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
