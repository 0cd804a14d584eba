package io.github.profileengine.reducer;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;

/**
 * Why a record failed.
 *
 * @param rule the stable code
 * @param field the record's field or the property that is wrong
 * @param message {@code <field>, <problem>}, for people
 */
public record Rejection(Rule rule, String field, String message) {
    /** A rejection whose message is made of field and problem. */
    public static Rejection of(Rule rule, String field, String problem) {
        return new Rejection(rule, field, field + ", " + problem);
    }

    /** The one outcome of a rejected record. */
    public Outcome outcome() {
        return new Outcome(null, null, rule.kind(), rule, message);
    }
}
