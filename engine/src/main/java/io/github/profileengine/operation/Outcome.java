package io.github.profileengine.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one operator of an update did to one property, and the rule that decided it.
 *
 * @param operator the operator; null if the whole record was rejected
 * @param property the property's name; null for {@code $delete} and for a rejected record
 * @param kind what happened
 * @param rule why, with a stable name
 * @param explanation one line for people, naming the property and the types
 */
public record Outcome(
        @Nullable Operator operator, @Nullable String property, Kind kind, Rule rule, String explanation) {

    /** What happened. The kinds before {@link #UNCHANGED} changed the content, the others did not. */
    public enum Kind {
        /** The content changed. */
        APPLIED,
        /** The content changed after a documented conversion. */
        CONVERTED,
        /** The content changed, with the operand cut to the limits. */
        TRUNCATED,
        /** The operand is valid, but the content stays the same. */
        UNCHANGED,
        /** The types clash, or the operator cannot use the operand; the property stays the same. */
        IGNORED,
        /** The record failed and changed nothing. */
        REJECTED
    }

    /** The same in every run, as it is made of names: the hash of a constant itself is another in each run. */
    @Override
    public int hashCode() {
        String symbol = operator == null ? null : operator.symbol();
        return Objects.hash(symbol, property, kind.name(), rule.ruleName(), explanation);
    }
}
