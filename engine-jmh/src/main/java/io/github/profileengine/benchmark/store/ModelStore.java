package io.github.profileengine.benchmark.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plain maps of the JDK, edited in place: what any store should hold. For one thread. */
public final class ModelStore implements Store {
    private final Map<String, Map<String, Object>> profiles = new HashMap<>();

    /** An empty store. */
    public ModelStore() {}

    /** The map itself. */
    public Map<String, Map<String, Object>> profiles() {
        return profiles;
    }

    @Override
    public void create(List<Newcomer> newcomers, int second) {
        String time = Seconds.text(second);
        for (Newcomer newcomer : newcomers) {
            Map<String, Object> profile = new HashMap<>(newcomer.properties());
            profile.put("$created", time);
            profile.put("$last_seen", time);
            profiles.put(newcomer.id(), profile);
        }
    }

    @Override
    public void set(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            Map<String, Object> profile = Objects.requireNonNull(profiles.get(edit.id()));
            profile.put(edit.name(), edit.value());
            profile.put("$last_seen", time);
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(id)).get(name);
    }

    @Override
    public Map<String, Object> content(String id) {
        return profiles.getOrDefault(id, Map.of());
    }
}
