package io.github.profileengine.operation;

import io.github.profileengine.operation.Outcome.Kind;
import io.github.profileengine.representation.CanonicalWriter;

/**
 * Every rule that can decide an outcome. Names are stable: {@code <operator>-<rule>} for a property,
 * {@code record-<field>-<problem>} for a rejected record.
 */
public enum Rule {
    /** The property was written. */
    SET_APPLIED("set-applied", Kind.APPLIED, "{p} is now {o}; it was {c}"),
    /** The property already held an equal value. */
    SET_EQUAL_VALUE("set-equal-value", Kind.UNCHANGED, "{p} holds that value already, {c}"),
    /** As {@link #SET_APPLIED}, with the name or value cut to the limits. */
    SET_TRUNCATED("set-truncated", Kind.TRUNCATED, "{p} is now {o}, its name or value cut to the limits; it was {c}"),
    /** The property was missing and was written. */
    SET_ONCE_APPLIED("set_once-applied", Kind.APPLIED, "{p} was missing and is now {o}"),
    /** The property existed, even if null, empty, zero or false. */
    SET_ONCE_PRESENT("set_once-present", Kind.UNCHANGED, "{p} is there already and holds {c}"),
    /** As {@link #SET_ONCE_APPLIED}, with the name or value cut to the limits. */
    SET_ONCE_TRUNCATED(
            "set_once-truncated",
            Kind.TRUNCATED,
            "{p} was missing and is now {o}, its name or value cut to the limits"),
    /** The keys of the operand were put into the object, or the missing property became the operand. */
    MERGE_APPLIED("merge-applied", Kind.APPLIED, "the keys of an object went into {p}, which held {c}"),
    /** The object already held these keys with equal values. */
    MERGE_EQUAL_VALUE("merge-equal-value", Kind.UNCHANGED, "{p} holds {c} with these keys and values already"),
    /** The property is not an object. */
    MERGE_ON_NON_OBJECT("merge-on-non-object", Kind.IGNORED, "{p} holds {c}, and $merge needs an object there"),
    /** The operand is not an object. */
    MERGE_BAD_OPERAND("merge-bad-operand", Kind.IGNORED, "{o} was given for {p}, and $merge needs an object"),
    /** As {@link #MERGE_APPLIED}, with the property's name or the operand cut to the limits. */
    MERGE_TRUNCATED(
            "merge-truncated",
            Kind.TRUNCATED,
            "the keys of an object went into {p}, which held {c}; a name or value was cut to the limits"),
    /** The sum was stored; a missing property counts as 0. */
    ADD_APPLIED("add-applied", Kind.APPLIED, "{o} was added to {p}, which held {c}"),
    /** The sum equals what was stored. */
    ADD_EQUAL_VALUE("add-equal-value", Kind.UNCHANGED, "the sum with {o} equals what {p} holds already, {c}"),
    /** The property is not a number. */
    ADD_ON_NON_NUMBER("add-on-non-number", Kind.IGNORED, "{p} holds {c}, and $add needs a number there"),
    /** The operand is not a number; numeric text is text. */
    ADD_BAD_OPERAND("add-bad-operand", Kind.IGNORED, "{o} was given for {p}, and $add needs a number"),
    /** The sum is beyond the range of a double. */
    ADD_NOT_FINITE(
            "add-not-finite", Kind.IGNORED, "{p} holds {c}, and the sum with {o} is beyond the range of doubles"),
    /** The sum of two integers is beyond 64 bits; the sum of the nearest doubles was stored. */
    ADD_INTEGER_OVERFLOW(
            "add-integer-overflow",
            Kind.CONVERTED,
            "{p} held {c}, and the sum with {o} is beyond 64 bits, so both were added as doubles"),
    /** As {@link #ADD_APPLIED}, with the name cut to the limits. */
    ADD_TRUNCATED("add-truncated", Kind.TRUNCATED, "{o} was added to {p}, its name cut to the limits; it held {c}"),
    /** The list took any missing values and now holds each value once. */
    UNION_APPLIED("union-applied", Kind.APPLIED, "{p} now holds its values and the given ones, each once; it held {c}"),
    /** The list already held all the values, each once. */
    UNION_EQUAL_VALUE("union-equal-value", Kind.UNCHANGED, "{p} holds {c} with these values already, each once"),
    /** The property is not a list. */
    UNION_ON_NON_LIST("union-on-non-list", Kind.IGNORED, "{p} holds {c}, and $union needs a list there"),
    /** A value that is not a list counted as a list of one. */
    UNION_VALUE_AS_LIST(
            "union-value-as-list",
            Kind.CONVERTED,
            "{o} counted as a list of one; {p} now holds its values and that one, each once; it held {c}"),
    /** As {@link #UNION_APPLIED}, with the name or values cut to the limits. */
    UNION_TRUNCATED(
            "union-truncated",
            Kind.TRUNCATED,
            "{p} now holds its values and the given ones, each once; it held {c}; a name or value was cut to the"
                    + " limits"),
    /** The value, or the elements of a flattened list, were added at the end of the list. */
    APPEND_APPLIED("append-applied", Kind.APPLIED, "{o} went to the end of {p}, which held {c}"),
    /** A flattened list was empty and added no element. */
    APPEND_EQUAL_VALUE("append-equal-value", Kind.UNCHANGED, "an empty list adds no element to {p}, which holds {c}"),
    /** The property is not a list. */
    APPEND_ON_NON_LIST("append-on-non-list", Kind.IGNORED, "{p} holds {c}, and $append needs a list there"),
    /** As {@link #APPEND_APPLIED}, with the name or value cut to the limits. */
    APPEND_TRUNCATED(
            "append-truncated",
            Kind.TRUNCATED,
            "{o} went to the end of {p}, its name or value cut to the limits; it held {c}"),
    /** All equal elements were removed. */
    REMOVE_APPLIED("remove-applied", Kind.APPLIED, "every equal element is gone from {p}, which held {c}"),
    /** The property is missing, or it holds none of the named elements. */
    REMOVE_ABSENT("remove-absent", Kind.UNCHANGED, "no such element in {p}, which holds {c}"),
    /** The property is not a list. */
    REMOVE_ON_NON_LIST("remove-on-non-list", Kind.IGNORED, "{p} holds {c}, and $remove needs a list there"),
    /** As {@link #REMOVE_APPLIED}, with the name or operand cut to the limits. */
    REMOVE_TRUNCATED(
            "remove-truncated",
            Kind.TRUNCATED,
            "every equal element is gone from {p}, which held {c}; a name or value was cut to the limits first"),
    /** The property was removed. */
    UNSET_APPLIED("unset-applied", Kind.APPLIED, "{p} is gone; it was {c}"),
    /** The property was missing. */
    UNSET_ABSENT("unset-absent", Kind.UNCHANGED, "{p} was not there"),
    /** As {@link #UNSET_APPLIED}, with the name cut to the limits. */
    UNSET_TRUNCATED("unset-truncated", Kind.TRUNCATED, "{p}, its name cut to the limits, is gone; it was {c}"),
    /** The profile was deleted. */
    DELETE_APPLIED("delete-applied", Kind.APPLIED, "the profile is gone"),
    /** There was no profile. */
    DELETE_ABSENT("delete-absent", Kind.UNCHANGED, "there was no profile"),
    /** A text that is not JSON. */
    RECORD_JSON_MALFORMED("record-json-malformed", Kind.REJECTED, ""),
    /** A record that is not an object. */
    RECORD_JSON_NOT_OBJECT("record-json-not-object", Kind.REJECTED, ""),
    /** A record with too many bytes of JSON text. */
    RECORD_JSON_TOO_LARGE("record-json-too-large", Kind.REJECTED, ""),
    /** A record nested too deeply. */
    RECORD_JSON_TOO_DEEP("record-json-too-deep", Kind.REJECTED, ""),
    /** A record with a number of too many characters. */
    RECORD_JSON_NUMBER_TOO_LONG("record-json-number-too-long", Kind.REJECTED, ""),
    /** A record with a number beyond the range of a double. */
    RECORD_JSON_BAD_NUMBER("record-json-bad-number", Kind.REJECTED, ""),
    /** A record with an unpaired surrogate in a text or name. */
    RECORD_JSON_BAD_TEXT("record-json-bad-text", Kind.REJECTED, ""),
    /** Strict: a name repeated inside one object. */
    RECORD_JSON_REPEATED_NAME("record-json-repeated-name", Kind.REJECTED, ""),
    /** A missing, null or empty {@code $token}. */
    RECORD_TOKEN_MISSING("record-token-missing", Kind.REJECTED, ""),
    /** A {@code $token} that is not text. */
    RECORD_TOKEN_NOT_TEXT("record-token-not-text", Kind.REJECTED, ""),
    /** A {@code $token} that is not among the projects that the test double knows. */
    RECORD_TOKEN_UNKNOWN("record-token-unknown", Kind.REJECTED, ""),
    /** A missing, null or empty {@code $distinct_id}. */
    RECORD_DISTINCT_ID_MISSING("record-distinct_id-missing", Kind.REJECTED, ""),
    /** A {@code $distinct_id} that is not text, a 64-bit integer or a boolean. */
    RECORD_DISTINCT_ID_BAD_TYPE("record-distinct_id-bad-type", Kind.REJECTED, ""),
    /** A {@code $distinct_id} in a group record. */
    RECORD_DISTINCT_ID_ON_GROUP("record-distinct_id-on-group", Kind.REJECTED, ""),
    /** Strict: a {@code $distinct_id} that is a placeholder, such as {@code anon}. */
    RECORD_DISTINCT_ID_JUNK("record-distinct_id-junk", Kind.REJECTED, ""),
    /** A group record with a missing, null or empty {@code $group_key}. */
    RECORD_GROUP_KEY_MISSING("record-group_key-missing", Kind.REJECTED, ""),
    /** A {@code $group_key} that is not text. */
    RECORD_GROUP_KEY_NOT_TEXT("record-group_key-not-text", Kind.REJECTED, ""),
    /** A group record with a missing, null or empty {@code $group_id}. */
    RECORD_GROUP_ID_MISSING("record-group_id-missing", Kind.REJECTED, ""),
    /** A {@code $group_id} that is not text, a 64-bit integer or a boolean. */
    RECORD_GROUP_ID_BAD_TYPE("record-group_id-bad-type", Kind.REJECTED, ""),
    /** Strict: a {@code $group_id} that is a placeholder, such as {@code anon}. */
    RECORD_GROUP_ID_JUNK("record-group_id-junk", Kind.REJECTED, ""),
    /** A {@code $group_key} where only user records are accepted. */
    RECORD_GROUP_KEY_ON_USER("record-group_key-on-user", Kind.REJECTED, ""),
    /** A {@code $group_id} without {@code $group_key} where only user records are accepted. */
    RECORD_GROUP_ID_ON_USER("record-group_id-on-user", Kind.REJECTED, ""),
    /** A {@code $time} that is not a time, or is outside the years 0000 to 9999. */
    RECORD_TIME_BAD("record-time-bad", Kind.REJECTED, ""),
    /** A {@code $} field that holds an object or list but is not an operator. */
    RECORD_OPERATOR_UNKNOWN("record-operator-unknown", Kind.REJECTED, ""),
    /** No operator at all. */
    RECORD_OPERATOR_MISSING("record-operator-missing", Kind.REJECTED, ""),
    /** {@code $add}, {@code $append} or {@code $merge} in a group record. */
    RECORD_OPERATOR_NOT_FOR_GROUPS("record-operator-not-for-groups", Kind.REJECTED, ""),
    /** An operand of the wrong JSON type as a whole. */
    RECORD_OPERAND_BAD_TYPE("record-operand-bad-type", Kind.REJECTED, ""),
    /** Strict: a value in {@code $add} that is not a number. */
    RECORD_OPERAND_NOT_NUMBER("record-operand-not-number", Kind.REJECTED, ""),
    /** Strict: a value in {@code $merge} that is not an object. */
    RECORD_OPERAND_NOT_OBJECT("record-operand-not-object", Kind.REJECTED, ""),
    /** Strict: a value in {@code $union} that is not a list, or is empty. */
    RECORD_OPERAND_NOT_LIST("record-operand-not-list", Kind.REJECTED, ""),
    /** Strict: a {@code $unset} of a bare text. */
    RECORD_OPERAND_BARE_TEXT("record-operand-bare-text", Kind.REJECTED, ""),
    /** Strict: one property named by two operators. */
    RECORD_OPERAND_CONFLICT("record-operand-conflict", Kind.REJECTED, ""),
    /** Limits: a changed property whose canonical text is too long. */
    RECORD_LIMIT_PROPERTY_BYTES("record-limit-property-bytes", Kind.REJECTED, ""),
    /** Limits: a changed property with an object of too many keys. */
    RECORD_LIMIT_OBJECT_KEYS("record-limit-object-keys", Kind.REJECTED, ""),
    /** Limits: a changed property with objects nested too deeply. */
    RECORD_LIMIT_OBJECT_DEPTH("record-limit-object-depth", Kind.REJECTED, ""),
    /** Limits: too many properties, and more than before. */
    RECORD_LIMIT_PROPERTIES("record-limit-properties", Kind.REJECTED, ""),
    /** Bounds: a new profile, but the engine or project already has as many as it may have. */
    RECORD_BOUND_PROFILES("record-bound-profiles", Kind.REJECTED, ""),
    /** Bounds: a new profile, but the profiles of the engine or project already take as many bytes as they may. */
    RECORD_BOUND_BYTES("record-bound-bytes", Kind.REJECTED, "");

    private final String ruleName;
    private final Kind kind;
    private final String explanation;

    Rule(String ruleName, Kind kind, String explanation) {
        this.ruleName = ruleName;
        this.kind = kind;
        this.explanation = explanation;
    }

    /** The stable name, such as {@code add-on-non-number}. */
    public String ruleName() {
        return ruleName;
    }

    /** The kind of the outcomes that this rule decides. */
    public Kind kind() {
        return kind;
    }

    /** The explanation, completed with the property, the type that it held, and the type of the operand. */
    String explain(String property, String current, String operand) {
        StringBuilder line = new StringBuilder(explanation.length() + property.length() + 32);
        for (int at = 0; at < explanation.length(); at++) {
            if (explanation.charAt(at) != '{') {
                line.append(explanation.charAt(at));
                continue;
            }
            switch (explanation.charAt(at + 1)) {
                case 'p' -> CanonicalWriter.appendText(line, property);
                case 'c' -> line.append(current);
                default -> line.append(operand);
            }
            at += 2;
        }
        return line.toString();
    }

    /** The rule of an operator for a change whose operand, or the property's name, was cut to the limits. */
    static Rule truncated(Operator operator) {
        return valueOf(operator.name() + "_TRUNCATED");
    }
}
