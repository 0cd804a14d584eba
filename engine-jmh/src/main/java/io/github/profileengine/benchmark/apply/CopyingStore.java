package io.github.profileengine.benchmark.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Profiles are immutable: an update copies the map, changes the copy, and stores it instead. */
final class CopyingStore implements TreeStore {
    private final TreeRules rules = new TreeRules(false);
    private final ConcurrentHashMap<ProfileKey, Map<String, @Nullable Object>> profiles = new ConcurrentHashMap<>();

    @Override
    public void apply(TreeUpdate update, ProfileKey target, long seconds) {
        profiles.compute(target, (key, before) -> after(before, update, seconds));
    }

    private @Nullable Map<String, @Nullable Object> after(
            @Nullable Map<String, @Nullable Object> before, TreeUpdate update, long seconds) {
        if (update.deletes() || before == null && !update.creates()) {
            return null;
        }
        Map<String, @Nullable Object> after = before == null ? new HashMap<>() : new HashMap<>(before);
        rules.apply(after, update);
        AutomaticTimes.write(after, before == null, update, seconds);
        return after;
    }

    @Override
    public Map<ProfileKey, Map<String, @Nullable Object>> profiles() {
        return profiles;
    }
}
