package io.github.profileengine.table;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Rejection;
import org.jspecify.annotations.Nullable;

/** Decides whether a profile that does not exist yet may be created. */
@FunctionalInterface
public interface Admission {
    /** Admits every profile. */
    Admission ALL = fresh -> null;

    /** Counts the new profile of an id and returns null, or returns why it is refused. */
    @Nullable
    Rejection admit(ProfileId fresh);

    /** Takes back the last admission of an id: its profile could not be stored, as there is no memory for it. */
    default void withdraw(ProfileId fresh) {}
}
