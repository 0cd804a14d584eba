package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;

/** The wish that an alias stand for an id. */
record AliasCall(String token, String alias, String id) {
    /** A call with texts that can be ids, else {@code IllegalArgumentException}. */
    static AliasCall of(String token, String alias, String id) {
        ProfileId.user(token, id);
        if (alias == null || alias.isEmpty()) {
            throw new IllegalArgumentException("alias is missing or empty");
        }
        ProfileId.user(token, alias);
        return new AliasCall(token, alias, id);
    }
}
