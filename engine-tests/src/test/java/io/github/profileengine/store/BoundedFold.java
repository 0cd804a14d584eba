package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A model of bounds: applies one update after the other, and counts everything anew each time. */
final class BoundedFold {
    private final EngineBounds bounds;
    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private final Map<ProfileId, Profile> profiles = new HashMap<>();

    BoundedFold(EngineBounds bounds) {
        this.bounds = bounds;
    }

    Map<ProfileId, Profile> profiles() {
        return profiles;
    }

    /** The rule that rejects the update, or null. */
    Rule apply(Update update, Instant clock) {
        Profile before = profiles.get(update.target());
        Update accepted = update.accepted(update.target(), update.time().orElse(clock), null);
        Reduction reduction = reducer.reduce(before, accepted);
        Profile after = reduction.after();
        Rule refused = before == null && after != null ? refusal(update.target().token()) : null;
        if (refused != null) {
            return refused;
        }
        if (after == null) {
            profiles.remove(update.target());
        } else {
            profiles.put(update.target(), after);
        }
        return null;
    }

    private Rule refusal(String token) {
        if (profiles.size() >= bounds.maxProfiles()) {
            return Rule.RECORD_BOUND_PROFILES;
        } else if (bytes() >= bounds.maxBytes()) {
            return Rule.RECORD_BOUND_BYTES;
        } else if (count(token) >= bounds.maxProjectProfiles()) {
            return Rule.RECORD_BOUND_PROFILES;
        }
        return bytes(token) >= bounds.maxProjectBytes() ? Rule.RECORD_BOUND_BYTES : null;
    }

    void clear(String token) {
        profiles.keySet().removeIf(id -> id.token().equals(token));
    }

    private long count(String token) {
        return profiles.keySet().stream().filter(id -> id.token().equals(token)).count();
    }

    private long bytes() {
        long projects =
                profiles.keySet().stream().map(ProfileId::token).distinct().count();
        return profiles.values().stream().mapToLong(BoundedFold::bytes).sum() + projects * EngineBounds.PROJECT_BYTES;
    }

    private long bytes(String token) {
        return profiles.values().stream()
                .filter(profile -> profile.id().token().equals(token))
                .mapToLong(BoundedFold::bytes)
                .sum();
    }

    // Of a fresh profile with the same content, which no update has touched.
    private static long bytes(Profile profile) {
        return Profile.of(profile.id(), profile.properties()).estimatedBytes();
    }
}
