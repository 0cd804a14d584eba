package io.github.profileengine.benchmark.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Caffeine without a bound, used as a map of our profiles: a store must not lose any. */
final class CaffeineStore implements Store {
    private final ConcurrentMap<ProfileId, Profile> profiles =
            Caffeine.newBuilder().<ProfileId, Profile>build().asMap();

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
