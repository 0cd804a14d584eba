package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;

/** One entry of a batch. */
sealed interface BatchEntry {
    /** An update. */
    record Updating(Update update) implements BatchEntry {}

    /** An alias call. */
    record Aliasing(String token, String alias, String id) implements BatchEntry {
        /** A call with texts that can be ids, else {@code IllegalArgumentException}. */
        static Aliasing of(String token, String alias, String id) {
            ProfileId.user(token, id);
            if (alias.isEmpty()) {
                throw new IllegalArgumentException("alias is missing or empty");
            }
            ProfileId.user(token, alias);
            return new Aliasing(token, alias, id);
        }
    }
}
