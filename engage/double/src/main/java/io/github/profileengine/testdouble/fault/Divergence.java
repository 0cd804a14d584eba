package io.github.profileengine.testdouble.fault;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the profiles differ from those of a clean run, in which every update was applied once and in the order in which
 * it was sent. Immutable.
 *
 * @param updates how many updates were sent since the plan was set
 * @param disturbed how many of them were disturbed, by kind
 * @param held how many of them still wait to be applied
 * @param forgotten how many disturbances are no longer remembered, so that nothing can be blamed on them
 * @param profiles the profiles that differ, in the order of ids
 * @param summary the operators to blame, how each was disturbed, and for how many properties; most first
 */
public record Divergence(
        long updates,
        Map<DisturbanceKind, Long> disturbed,
        int held,
        long forgotten,
        List<DivergentProfile> profiles,
        List<BlameCount> summary) {
    /** The most profiles that {@link #json} shows. */
    public static final int MAX_SHOWN_PROFILES = 1_000;

    /** The report if no updates are disturbed. */
    static final Divergence NONE = new Divergence(0, Map.of(), 0, 0, List.of(), List.of());

    /** Copies the collections. */
    public Divergence {
        disturbed = Map.copyOf(disturbed);
        profiles = List.copyOf(profiles);
        summary = List.copyOf(summary);
    }

    /** Whether no profile differs. */
    public boolean isEmpty() {
        return profiles.isEmpty();
    }

    /** The differences of a profile, if there are any. */
    public Optional<DivergentProfile> profile(ProfileId id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /**
     * The report as canonical JSON, with at most {@value #MAX_SHOWN_PROFILES} profiles and, for each of their
     * properties, the first 100 to blame. If a property is missing in one run, it has no member for that run.
     */
    public String json() {
        return DivergenceJson.of(this);
    }
}
