package io.github.profileengine.benchmark.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What somebody would build with our profiles but without the engine. It checks, counts and resolves nothing. */
public final class ComputingStore implements Store {
    private final ConcurrentHashMap<ProfileId, Profile> profiles = new ConcurrentHashMap<>();

    /** An empty store. */
    public ComputingStore() {}

    /** The map itself. */
    public ConcurrentHashMap<ProfileId, Profile> profiles() {
        return profiles;
    }

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            profiles.compute(EngineStore.id(edit.id()), (id, before) -> ProfileRules.after(id, before, edit, time));
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(EngineStore.id(id))).get(name);
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        return EngineStore.content(profiles.get(EngineStore.id(id)));
    }
}
