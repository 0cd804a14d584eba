package io.github.profileengine.benchmark.store;

import org.jspecify.annotations.Nullable;

/** An id in the peers that do not use our classes. */
public record PlainKey(String token, String id) {
    static PlainKey of(String id) {
        return new PlainKey(Store.TOKEN, id);
    }

    @Override
    public int hashCode() {
        // Written by hand, because the hash that a record generates goes through method handles.
        return 31 * token.hashCode() + id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlainKey key && id.equals(key.id) && token.equals(key.token);
    }
}
