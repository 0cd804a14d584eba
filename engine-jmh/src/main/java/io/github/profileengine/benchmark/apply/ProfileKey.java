package io.github.profileengine.benchmark.apply;

import org.jspecify.annotations.Nullable;

/** The peers' key of a profile; {@code groupKey} is null for users. */
record ProfileKey(String token, @Nullable String groupKey, String id) {
    @Override
    public int hashCode() {
        // Written by hand, because the hash that a record generates goes through method handles.
        return (31 * token.hashCode() + (groupKey == null ? 0 : groupKey.hashCode())) * 31 + id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProfileKey key
                && id.equals(key.id)
                && token.equals(key.token)
                && (groupKey == null ? key.groupKey == null : groupKey.equals(key.groupKey));
    }
}
