package io.github.profileengine.benchmark.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The naive store: a concurrent map of maps that are copied before every change. */
public final class CopyingStore implements Store {
    private final ConcurrentHashMap<PlainKey, Map<String, Object>> profiles = new ConcurrentHashMap<>();

    /** An empty store. */
    public CopyingStore() {}

    /** The map itself. */
    public ConcurrentHashMap<PlainKey, Map<String, Object>> profiles() {
        return profiles;
    }

    @Override
    public void create(List<Newcomer> newcomers, int second) {
        String time = Seconds.text(second);
        for (Newcomer newcomer : newcomers) {
            profiles.compute(PlainKey.of(newcomer.id()), (key, none) -> {
                Map<String, Object> profile = new HashMap<>(newcomer.properties());
                profile.put("$created", time);
                profile.put("$last_seen", time);
                return profile;
            });
        }
    }

    @Override
    public void set(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            profiles.compute(PlainKey.of(edit.id()), (key, before) -> {
                Map<String, Object> after = new HashMap<>(Objects.requireNonNull(before));
                after.put(edit.name(), edit.value());
                after.put("$last_seen", time);
                return after;
            });
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(PlainKey.of(id))).get(name);
    }

    @Override
    public Map<String, Object> content(String id) {
        return profiles.getOrDefault(PlainKey.of(id), Map.of());
    }
}
