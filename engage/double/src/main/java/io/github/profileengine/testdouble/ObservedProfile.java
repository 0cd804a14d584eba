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
 * A profile at one moment, if there was one, and the latest updates sent to it, as far as the journal remembers.
 * Immutable.
 *
 * @param id the id of the profile, aliases followed
 * @param profile the profile; null if there was none
 * @param updates the latest updates that referred to it, at most 20, oldest first
 * @param others if there is neither profile nor update: what exists instead, as a hint at a mistaken id or token
 * @param lostThrough the number of the latest request that the journal had dropped for lack of room; 0 if none. It and
 *     earlier ones may have held further updates
 */
public record ObservedProfile(
        ProfileId id, @Nullable Profile profile, List<JournaledUpdate> updates, List<String> others, long lostThrough) {

    /** Copies the lists. */
    public ObservedProfile {
        updates = List.copyOf(updates);
        others = List.copyOf(others);
    }

    /** Whether there is a profile. */
    public boolean exists() {
        return profile != null;
    }

    /** Whether the profile exists and has a property, even if its value is null. */
    public boolean has(String property) {
        return profile != null && profile.contains(property);
    }

    /** The value of a property; null if the property is missing or null. */
    public @Nullable Object get(String property) {
        return profile == null ? null : profile.get(property);
    }

    /** The profile, if there was one. */
    public Optional<Profile> toOptional() {
        return Optional.ofNullable(profile);
    }

    /**
     * The reasons why a property may not be what a test expects, newest first: each outcome of the latest updates that
     * did not change it, each record that was rejected, and each update that a fault disturbed.
     */
    public List<String> whyNot(String property) {
        List<String> reasons = new ArrayList<>();
        for (int at = updates.size() - 1; at >= 0; at--) {
            reasons.addAll(reasons(updates.get(at), property));
        }
        return reasons;
    }

    private static List<String> reasons(JournaledUpdate update, String property) {
        List<Outcome> concerned = update.outcomes().stream()
                .filter(outcome -> outcome.property() == null || property.equals(outcome.property()))
                .toList();
        List<String> reasons = concerned.stream()
                .filter(outcome -> outcome.kind().compareTo(Outcome.Kind.UNCHANGED) >= 0)
                .map(outcome -> outcome.kind() + " by " + outcome.rule().ruleName() + ": " + outcome.explanation())
                .map(update::withFault)
                .toList();
        // If a fault refused the whole request, nobody knows what the update would have changed.
        boolean disturbed = !concerned.isEmpty() || update.outcomes().isEmpty();
        return update.disturbance() != null && disturbed && reasons.isEmpty() ? List.of(update.withFault("")) : reasons;
    }
}
