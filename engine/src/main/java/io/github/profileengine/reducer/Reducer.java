package io.github.profileengine.reducer;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a profile and an update into the profile afterwards. A pure function of its options and arguments; any thread
 * may use it.
 *
 * <p>Clock, aliases and locator are the engine's business: an update without a time writes no automatic times, its
 * target is taken literally, and its address or coordinates write nothing unless it holds the location found at
 * acceptance.
 */
public final class Reducer {
    private final ReducerOptions options;

    public Reducer(ReducerOptions options) {
        this.options = options;
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

    /** Applies updates one after the other; rejected ones change nothing. Errors as of {@link #reduce}. */
    public @Nullable Profile fold(@Nullable Profile before, Iterable<Update> updates) {
        ReducerSession session = session();
        Profile profile = before;
        for (Update update : updates) {
            profile = session.reduce(profile, update);
        }
        return profile;
    }

    /** A session that reduces one update after the other on one thread at a time. */
    public ReducerSession session() {
        return new ReducerSession(options);
    }

    /** What strict rules say of an update by itself; empty if the reducer is lenient or the update keeps them. */
    public Optional<Rejection> validate(Update update) {
        return options.strict() && !update.isAccepted()
                ? Optional.ofNullable(StrictRules.firstBroken(update))
                : Optional.empty();
    }

    /** What strict validation finds odd in an update but lets pass; nothing if the reducer is lenient. */
    public List<UpdateWarning> warnings(Update update) {
        return options.strict() ? StrictRules.warnings(update) : List.of();
    }

    List<Outcome> explain(@Nullable Profile before, Update update) {
        return session().explain(before, update);
    }
}
