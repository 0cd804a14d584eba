package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileHeapSize;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.table.TableReads;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reads of a table, on a map of the JDK. */
class MapReads implements TableReads {
    private final Map<ProfileId, Profile> profiles;

    MapReads(Map<ProfileId, Profile> profiles) {
        this.profiles = profiles;
    }

    Map<ProfileId, Profile> map() {
        return profiles;
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        return profiles.get(id);
    }

    @Override
    public long count() {
        return profiles.size();
    }

    @Override
    public long count(String token) {
        return profiles.keySet().stream().filter(id -> id.token().equals(token)).count();
    }

    @Override
    public long bytes() {
        return profiles.values().stream().mapToLong(Profile::estimatedBytes).sum();
    }

    @Override
    public long bytes(String token) {
        return profiles.values().stream()
                .filter(profile -> profile.id().token().equals(token))
                .mapToLong(Profile::estimatedBytes)
                .sum();
    }

    @Override
    public long heapBytes() {
        return profiles.values().stream().mapToLong(ProfileHeapSize::of).sum();
    }

    @Override
    public void collectTokens(Collection<String> tokens) {
        profiles.keySet().stream().map(ProfileId::token).distinct().forEach(tokens::add);
    }

    @Override
    public void forEach(String token, Consumer<Profile> action) {
        profiles.values().stream()
                .filter(profile -> profile.id().token().equals(token))
                .forEach(action);
    }
}
