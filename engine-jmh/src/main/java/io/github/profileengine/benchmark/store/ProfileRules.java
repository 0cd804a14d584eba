package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.profile.ReservedProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies an edit to one of our profiles through its static functions, as somebody without the engine would. For
 * several properties these functions take a map, so every edit of several creates one; our engine takes the properties
 * one by one.
 */
final class ProfileRules {
    private ProfileRules() {}

    /** The profile after an edit; {@code before} is null if there was none. */
    static Profile after(ProfileId id, @Nullable Profile before, Edit edit, String time) {
        Profile profile = before == null ? Profile.set(Profile.empty(id), ReservedProperty.CREATED, time) : before;
        Profile edited = edit.rest() == null ? one(profile, edit) : several(profile, edit.operator(), operands(edit));
        return Profile.set(edited, ReservedProperty.LAST_SEEN, time);
    }

    /** The operands of an edit of several properties. */
    static Map<String, @Nullable Object> operands(Edit edit) {
        Map<String, @Nullable Object> operands = new LinkedHashMap<>();
        for (Edit step = edit; step != null; step = step.rest()) {
            operands.put(step.name(), step.value());
        }
        return operands;
    }

    private static Profile one(Profile profile, Edit edit) {
        String name = edit.name();
        Object value = edit.value();
        return switch (edit.operator()) {
            case SET -> Profile.set(profile, name, value);
            case SET_ONCE -> Profile.setOnce(profile, name, value);
            case ADD -> Profile.add(profile, name, value);
            case APPEND -> Profile.append(profile, name, value);
            case UNION -> Profile.union(profile, name, value);
            case REMOVE -> Profile.remove(profile, name, value);
            case UNSET -> Profile.unset(profile, name);
            default -> throw new IllegalArgumentException("no workload has " + edit.operator());
        };
    }

    private static Profile several(Profile profile, Operator operator, Map<String, @Nullable Object> operands) {
        return switch (operator) {
            case SET -> Profile.set(profile, operands);
            case SET_ONCE -> Profile.setOnce(profile, operands);
            case ADD -> Profile.add(profile, operands);
            case APPEND -> Profile.append(profile, operands);
            case UNION -> Profile.union(profile, operands);
            case REMOVE -> Profile.remove(profile, operands);
            case UNSET -> Profile.unset(profile, operands.keySet());
            default -> throw new IllegalArgumentException("no workload has " + operator);
        };
    }
}
