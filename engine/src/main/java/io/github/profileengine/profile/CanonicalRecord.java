package io.github.profileengine.profile;

import io.github.profileengine.representation.CanonicalWriter;

/**
 * A profile with its id as one JSON object in canonical text: <code>{"$token":..,"$distinct_id":..,"$properties":{..}}
 * </code>, or with {@code $group_key} and {@code $group_id}. The line of an exported state. Pure functions, safe for
 * every thread.
 */
public final class CanonicalRecord {
    private CanonicalRecord() {}

    public static String of(Profile profile) {
        StringBuilder out = new StringBuilder();
        append(out, profile);
        return out.toString();
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
