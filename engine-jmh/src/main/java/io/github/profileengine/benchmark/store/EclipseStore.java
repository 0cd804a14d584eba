package io.github.profileengine.benchmark.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import java.util.Objects;
import org.eclipse.collections.impl.map.mutable.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The concurrent map of Eclipse Collections with our profiles. It may call its function again if another thread was
 * faster, which does no harm to a pure function.
 */
final class EclipseStore implements Store {
    private final ConcurrentHashMap<ProfileId, Profile> profiles = new ConcurrentHashMap<>();

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            ProfileId id = EngineStore.id(edit.id());
            profiles.updateValueWith(id, () -> Profile.empty(id), EclipseStore::after, new Timed(edit, time));
        }
    }

    private static Profile after(Profile before, Timed edit) {
        return ProfileRules.after(before.id(), before.isEmpty() ? null : before, edit.edit, edit.time);
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(EngineStore.id(id))).get(name);
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        return EngineStore.content(profiles.get(EngineStore.id(id)));
    }

    private record Timed(Edit edit, String time) {}
}
