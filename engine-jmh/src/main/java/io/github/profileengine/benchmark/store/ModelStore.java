package io.github.profileengine.benchmark.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plain maps of the JDK, edited in place: the content that any store should have. For one thread. */
public final class ModelStore implements Store {
    private final Map<String, Map<String, @Nullable Object>> profiles = new HashMap<>();

    /** An empty store. */
    public ModelStore() {}

    /** The map itself. */
    public Map<String, Map<String, @Nullable Object>> profiles() {
        return profiles;
    }

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            Map<String, @Nullable Object> profile =
                    profiles.computeIfAbsent(edit.id(), absent -> MapRules.created(time));
            MapRules.CHANGING_LISTS.apply(profile, edit, time);
        }
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(id)).get(name);
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        return profiles.getOrDefault(id, Map.of());
    }
}
