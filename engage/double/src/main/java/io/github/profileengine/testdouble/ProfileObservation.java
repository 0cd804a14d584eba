package io.github.profileengine.testdouble;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.List;

/** Collects what is known about a profile. */
final class ProfileObservation {
    private static final int MOST_SHOWN = 20;

    private ProfileObservation() {}

    static ObservedProfile of(ProfileEngine engine, Journal journal, ProfileId id) {
        ProfileId resolved = id.isGroup() ? id : id.withId(engine.resolve(id.token(), id.id()));
        Profile profile = engine.profile(resolved).orElse(null);
        List<JournaledUpdate> updates = journal.entries(entry -> entry.concerns(resolved)).stream()
                .flatMap(entry -> entry.updates().stream())
                .filter(update -> update.concerns(resolved))
                .toList();
        return new ObservedProfile(
                resolved,
                profile,
                updates.subList(Math.max(0, updates.size() - MOST_SHOWN), updates.size()),
                profile == null && updates.isEmpty() ? others(engine, resolved.token()) : List.of(),
                journal.lostThrough());
    }

    private static List<String> others(ProfileEngine engine, String token) {
        List<String> ids = engine.profiles(token)
                .limit(MOST_SHOWN)
                .map(profile -> profile.id().toString())
                .toList();
        if (!ids.isEmpty()) {
            return List.of("profiles of this project: " + String.join(", ", ids));
        }
        List<String> tokens = engine.tokens();
        return List.of(
                "this project has no profiles",
                tokens.isEmpty()
                        ? "no other project has any"
                        : "projects that have some: " + String.join(", ", tokens));
    }
}
