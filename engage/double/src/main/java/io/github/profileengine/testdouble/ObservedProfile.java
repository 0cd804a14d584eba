package io.github.profileengine.testdouble;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile at one moment, if there was one, and what was sent to it as far as the journal remembers. Immutable.
 *
 * @param id whom it is about, aliases followed
 * @param profile what it was; null if there was none
 * @param updates the updates that spoke of it, oldest first
 * @param others where there is neither profile nor update: what there is instead, for who has mistaken an id or a token
 */
public record ObservedProfile(
        ProfileId id, @Nullable Profile profile, List<JournaledUpdate> updates, List<String> others) {

    /** Copies the lists. */
    public ObservedProfile {
        updates = List.copyOf(updates);
        others = List.copyOf(others);
    }

    /** Whether there is a profile. */
    public boolean exists() {
        return profile != null;
    }

    /** Whether the profile is there and has a property, be it null. */
    public boolean has(String property) {
        return profile != null && profile.contains(property);
    }

    /** The value of a property; null if there is none, or it is null. */
    public @Nullable Object get(String property) {
        return profile == null ? null : profile.get(property);
    }

    /** The profile. */
    public Optional<Profile> toOptional() {
        return Optional.ofNullable(profile);
    }

    /**
     * Why a property may not be what a test expects: each outcome of the latest updates that did not change it, and
     * each record that was rejected; newest first.
     */
    public List<String> whyNot(String property) {
        List<String> reasons = new ArrayList<>();
        for (int at = updates.size() - 1; at >= 0; at--) {
            for (Outcome outcome : updates.get(at).outcomes()) {
                if (isReason(outcome, property)) {
                    reasons.add(outcome.kind() + " by " + outcome.rule().ruleName() + ": " + outcome.explanation());
                }
            }
        }
        return reasons;
    }

    private static boolean isReason(Outcome outcome, String property) {
        boolean concerned = outcome.property() == null || property.equals(outcome.property());
        return concerned && outcome.kind().compareTo(Outcome.Kind.UNCHANGED) >= 0;
    }
}
