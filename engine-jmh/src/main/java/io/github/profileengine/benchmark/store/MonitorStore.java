package io.github.profileengine.benchmark.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A concurrent map of maps that are changed in place, each under its own monitor. */
final class MonitorStore implements Store {
    private final ConcurrentHashMap<PlainKey, Map<String, @Nullable Object>> profiles = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("SynchronizeOnNonFinalField") // a map in the table is never replaced
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            PlainKey key = PlainKey.of(edit.id());
            // Looked up first, because computeIfAbsent locks a bin and needs an object for its function.
            Map<String, @Nullable Object> profile = profiles.get(key);
            if (profile == null) {
                profile = profiles.computeIfAbsent(key, absent -> MapRules.created(time));
            }
            synchronized (profile) {
                MapRules.CHANGING_LISTS.apply(profile, edit, time);
            }
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        Map<String, @Nullable Object> profile = Objects.requireNonNull(profiles.get(PlainKey.of(id)));
        synchronized (profile) {
            return profile.get(name);
        }
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        Map<String, @Nullable Object> profile = profiles.get(PlainKey.of(id));
        if (profile == null) {
            return Map.of();
        }
        synchronized (profile) {
            return new HashMap<>(profile);
        }
    }
}
