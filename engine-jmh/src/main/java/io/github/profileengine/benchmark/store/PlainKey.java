package io.github.profileengine.benchmark.store;

import org.jspecify.annotations.Nullable;

/** An id as the peers without our classes have it. */
public record PlainKey(String token, String id) {
    static PlainKey of(String id) {
        return new PlainKey(Store.TOKEN, id);
    }

    @Override
    public int hashCode() {
        // By hand: a record's own hash goes through method handles.
        return 31 * token.hashCode() + id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlainKey key && id.equals(key.id) && token.equals(key.token);
    }
}
