package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.EngineStore;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our engine: the copy is a fork or a snapshot. */
final class EngineCopyable implements Copyable {
    private final EngineStore store;
    private final boolean forks;

    EngineCopyable(StoreKind kind, boolean forks) {
        this.store = new EngineStore(kind);
        this.forks = forks;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Object copy() {
        return forks ? store.engine().fork() : store.engine().snapshot();
    }

    @Override
    public Map<String, @Nullable Object> content(Object copy, String id) {
        ProfileId known = EngineStore.id(id);
        return EngineStore.content(
                (copy instanceof ProfileEngine fork ? fork.profile(known) : ((Snapshot) copy).profile(known))
                        .orElse(null));
    }

    @Override
    public long waitedNanos() {
        return store.engine().stats().cutWaitNanos();
    }
}
