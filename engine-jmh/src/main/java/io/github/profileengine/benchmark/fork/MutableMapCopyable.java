package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.ModelStore;
import io.github.profileengine.benchmark.store.Store;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simplest store: maps that are edited in place, so a copy must copy every map. For one thread. */
final class MutableMapCopyable implements Copyable {
    private final ModelStore store = new ModelStore();

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Object copy() {
        Map<String, Map<String, @Nullable Object>> copy =
                new HashMap<>(store.profiles().size() * 2);
        store.profiles().forEach((id, profile) -> copy.put(id, new HashMap<>(profile)));
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> content(Object copy, String id) {
        @SuppressWarnings("unchecked") // a copy that was made here
        Map<String, Map<String, @Nullable Object>> profiles = (Map<String, Map<String, @Nullable Object>>) copy;
        return profiles.getOrDefault(id, Map.of());
    }

    @Override
    public long waitedNanos() {
        return 0;
    }
}
