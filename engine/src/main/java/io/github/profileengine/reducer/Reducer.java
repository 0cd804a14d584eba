package io.github.profileengine.reducer;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies updates to profiles. A pure function of its options and arguments; any thread may use it.
 *
 * <p>The clock, aliases and the locator belong to the engine. In the reducer, an update without a time writes no
 * automatic times, and its target is taken literally. Its address or coordinates write nothing unless the update holds
 * the location that was found at acceptance.
 */
public final class Reducer {
    private final ReducerOptions options;

    public Reducer(ReducerOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    public ReducerOptions options() {
        return options;
    }

    /**
     * Applies one update.
     *
     * @param before the profile with the update's target as id; null if there is none
     * @throws IllegalArgumentException if {@code before} has another id
     */
    public Reduction reduce(@Nullable Profile before, Update update) {
        ReducerSession session = session();
        Profile after = session.reduce(before, update);
        return new Reduction(this, before, update, after, session.rejection());
    }

    /**
     * Applies updates of one profile one after the other; rejected ones change nothing.
     *
     * @throws IllegalArgumentException if the updates or {@code before} have different ids
     */
    public @Nullable Profile fold(@Nullable Profile before, Iterable<Update> updates) {
        ReducerSession session = session();
        Profile profile = before;
        ProfileId id = before == null ? null : before.id();
        for (Update update : updates) {
            id = id == null ? update.target() : id;
            // The session cannot notice an update of another profile where there is none.
            if (profile == null && !update.target().equals(id)) {
                throw new IllegalArgumentException("updates of " + id + " and of " + update.target());
            }
            profile = session.reduce(profile, update);
        }
        return profile;
    }

    /** A session that applies updates one after the other, on one thread at a time. */
    public ReducerSession session() {
        return new ReducerSession(options);
    }

    /** The strict rule that an update by itself breaks; empty if the reducer is lenient or the update breaks none. */
    public Optional<Rejection> validate(Update update) {
        return options.strict() && !update.isAccepted()
                ? Optional.ofNullable(StrictRules.firstBroken(update))
                : Optional.empty();
    }

    /** What strict validation finds suspicious in an update but accepts; empty if the reducer is lenient. */
    public List<UpdateWarning> warnings(Update update) {
        return options.strict() ? StrictRules.warnings(update) : List.of();
    }

    List<Outcome> explain(@Nullable Profile before, Update update) {
        return session().explain(before, update);
    }
}
