package io.github.profileengine.benchmark.store;

/** An id as the peers without our classes have it. */
public record PlainKey(String token, String id) {
    static PlainKey of(String id) {
        return new PlainKey(Store.TOKEN, id);
    }
}
