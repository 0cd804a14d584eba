package io.github.profileengine.table;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Rejection;
import org.jspecify.annotations.Nullable;

/** Decides whether a profile that does not exist yet may. */
@FunctionalInterface
public interface Admission {
    /** Everybody is admitted. */
    Admission ALL = fresh -> null;

    /** Counts the new profile of an id in and answers null, or says why it is refused. */
    @Nullable
    Rejection admit(ProfileId fresh);

    /** Whoever was admitted last under an id could not be stored after all: there is no room for it in memory. */
    default void withdraw(ProfileId fresh) {}
}
