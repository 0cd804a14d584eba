package io.github.profileengine.benchmark.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Profiles are mutable: an update changes the map and its lists in place, under the profile's monitor. */
final class MonitorStore implements TreeStore {
    private final TreeRules rules = new TreeRules(true);
    private final ConcurrentHashMap<ProfileKey, Entry> profiles = new ConcurrentHashMap<>();

    /**
     * A profile. It is not used again after its deletion: a thread that waited for its monitor then looks up a new one.
     */
    private static final class Entry {
        final Map<String, @Nullable Object> properties = new HashMap<>();
        boolean created;
        boolean deleted;
    }

    @Override
    public void apply(TreeUpdate update, ProfileKey target, long seconds) {
        boolean deletes = update.deletes();
        while (true) {
            Entry entry = profiles.get(target);
            if (entry == null) {
                if (deletes || !update.creates()) {
                    return;
                }
                entry = profiles.computeIfAbsent(target, key -> new Entry());
            }
            synchronized (entry) {
                if (entry.deleted) {
                    continue;
                }
                if (deletes) {
                    entry.deleted = true;
                    profiles.remove(target, entry);
                } else {
                    rules.apply(entry.properties, update);
                    AutomaticTimes.write(entry.properties, !entry.created, update, seconds);
                    entry.created = true;
                }
                return;
            }
        }
    }

    @Override
    public Map<ProfileKey, Map<String, @Nullable Object>> profiles() {
        Map<ProfileKey, Map<String, @Nullable Object>> all = new HashMap<>();
        profiles.forEach((key, entry) -> all.put(key, entry.properties));
        return all;
    }
}
