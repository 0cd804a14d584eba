package io.github.profileengine.benchmark.store;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The naive store: a concurrent map of maps that are copied before every change. */
public final class CopyingStore implements Store {
    private final ConcurrentHashMap<PlainKey, Map<String, @Nullable Object>> profiles = new ConcurrentHashMap<>();

    /** An empty store. */
    public CopyingStore() {}

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            profiles.compute(PlainKey.of(edit.id()), (key, before) -> MapRules.COPYING_LISTS.after(before, edit, time));
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(PlainKey.of(id))).get(name);
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        return profiles.getOrDefault(PlainKey.of(id), Map.of());
    }
}
