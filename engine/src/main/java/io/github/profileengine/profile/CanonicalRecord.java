package io.github.profileengine.profile;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.CanonicalWriter;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * A profile with its id as one canonical JSON object: <code>{"$token":..,"$distinct_id":..,"$properties":{..}}</code>,
 * or with {@code $group_key} and {@code $group_id}. This is its line in an exported state. Pure functions, thread-safe.
 */
public final class CanonicalRecord {
    private CanonicalRecord() {}

    public static String of(Profile profile) {
        StringBuilder out = new StringBuilder();
        append(out, profile);
        return out.toString();
    }

    /**
     * The profile that such a record holds. Unlike {@link Profile#of}, it takes properties at any depth of nesting,
     * because a profile may nest deeper than a single operand can.
     *
     * @param properties an object that a {@code ValueBuilder} built
     * @throws IllegalArgumentException if it is not such an object
     */
    public static Profile profile(ProfileId id, @Nullable Object properties) {
        if (!(properties instanceof ObjectValue)) {
            throw new IllegalArgumentException("properties must be an object");
        }
        // One level deeper than an operand may be. A property that is set nests no deeper than it did in the object.
        return OneOperator.apply(Operation.ofBoundedValue(Operator.SET, properties), Profile.empty(id));
    }

    /** Appends the record of a profile to {@code out}. */
    public static void append(StringBuilder out, Profile profile) {
        appendMembers(out.append('{'), profile.id());
        out.append(",\"$properties\":");
        CanonicalWriter.append(out, profile.asObject());
        out.append('}');
    }

    /** Appends the members that name a profile: two for a user, three for a group. */
    public static void appendMembers(StringBuilder out, ProfileId id) {
        CanonicalWriter.appendText(out.append("\"$token\":"), id.token());
        id.groupKey().ifPresent(key -> CanonicalWriter.appendText(out.append(",\"$group_key\":"), key));
        CanonicalWriter.appendText(out.append(id.isGroup() ? ",\"$group_id\":" : ",\"$distinct_id\":"), id.id());
    }
}
