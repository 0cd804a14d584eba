package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;

/** A request to make an alias stand for an id. */
record AliasCall(String token, String alias, String id) {
    /** Creates a call; throws {@code IllegalArgumentException} if a text cannot be an id. */
    static AliasCall of(String token, String alias, String id) {
        ProfileId.user(token, id);
        if (alias == null || alias.isEmpty()) {
            throw new IllegalArgumentException("alias is missing or empty");
        }
        ProfileId.user(token, alias);
        return new AliasCall(token, alias, id);
    }
}
