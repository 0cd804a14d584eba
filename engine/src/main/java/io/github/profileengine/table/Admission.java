package io.github.profileengine.table;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Rejection;
import org.jspecify.annotations.Nullable;

/** Decides whether a profile that does not exist yet may. */
@FunctionalInterface
public interface Admission {
    /** Everybody is admitted. */
    Admission ALL = fresh -> null;

    /** Why the new profile of an id is refused, or null; who is admitted is counted at once. */
    @Nullable
    Rejection refusal(ProfileId fresh);

    /** Whoever was admitted last under an id could not be stored after all: there is no room for it in memory. */
    default void withdraw(ProfileId fresh) {}
}
