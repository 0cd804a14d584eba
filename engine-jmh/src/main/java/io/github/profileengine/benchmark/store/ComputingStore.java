package io.github.profileengine.benchmark.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.profile.ReservedProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What somebody would build of our profiles without the engine. It judges, counts and resolves nothing. */
public final class ComputingStore implements Store {
    private final ConcurrentHashMap<ProfileId, Profile> profiles = new ConcurrentHashMap<>();

    /** An empty store. */
    public ComputingStore() {}

    /** The map itself. */
    public ConcurrentHashMap<ProfileId, Profile> profiles() {
        return profiles;
    }

    @Override
    public void create(List<Newcomer> newcomers, int second) {
        String time = Seconds.text(second);
        for (Newcomer newcomer : newcomers) {
            ProfileId id = EngineStore.id(newcomer.id());
            profiles.compute(id, (key, none) -> created(key, newcomer, time));
        }
    }

    private static Profile created(ProfileId id, Newcomer newcomer, String time) {
        Profile profile = Profile.of(id, newcomer.properties());
        return seen(Profile.set(profile, ReservedProperty.CREATED, time), time);
    }

    @Override
    public void set(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            profiles.compute(
                    EngineStore.id(edit.id()),
                    (id, before) -> seen(Profile.set(Objects.requireNonNull(before), edit.name(), edit.value()), time));
        }
    }

    private static Profile seen(Profile profile, String time) {
        return Profile.set(profile, ReservedProperty.LAST_SEEN, time);
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(EngineStore.id(id))).get(name);
    }

    @Override
    public Map<String, Object> content(String id) {
        return EngineStore.content(profiles.get(EngineStore.id(id)));
    }
}
