package io.github.profileengine.reducer;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one update on one profile. Immutable.
 *
 * <p>Outcomes are computed on request, by reducing once more. The reducer is pure, so this gives what happened, and
 * callers that do not ask pay nothing.
 */
public final class Reduction {
    private final Reducer reducer;
    private final @Nullable Profile before;
    private final Update update;
    private final @Nullable Profile after;
    private final @Nullable Rejection rejection;

    Reduction(
            Reducer reducer,
            @Nullable Profile before,
            Update update,
            @Nullable Profile after,
            @Nullable Rejection rejection) {
        this.reducer = reducer;
        this.before = before;
        this.update = update;
        this.after = after;
        this.rejection = rejection;
    }

    /** The profile after the update, the same instance as before if nothing changed; null if there is none. */
    public @Nullable Profile after() {
        return after;
    }

    /** Why the update was rejected; empty if it was accepted. */
    public Optional<Rejection> rejection() {
        return Optional.ofNullable(rejection);
    }

    public boolean isRejected() {
        return rejection != null;
    }

    /** What each operator did to each property, operators in the order of {@code Operator}, properties by name. */
    public List<Outcome> outcomes() {
        return reducer.explain(before, update);
    }
}
