package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.ComputingStore;
import io.github.profileengine.benchmark.store.EngineStore;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's concurrent map of our profiles. They are immutable, so a copy of the map is enough. If somebody edits the
 * map meanwhile, the copy does not show a single moment.
 */
final class ConcurrentMapCopyable implements Copyable {
    private final ComputingStore store = new ComputingStore();

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Object copy() {
        return new ConcurrentHashMap<>(store.profiles());
    }

    @Override
    public Map<String, @Nullable Object> content(Object copy, String id) {
        @SuppressWarnings("unchecked") // a copy that was made here
        Map<ProfileId, Profile> profiles = (Map<ProfileId, Profile>) copy;
        return EngineStore.content(profiles.get(EngineStore.id(id)));
    }

    @Override
    public long waitedNanos() {
        return 0;
    }
}
