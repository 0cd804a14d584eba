package io.github.profileengine.benchmark.store;

import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** H2's MVStore in memory: a tree of pages that are copied on a change. Its values are maps that are copied as well. */
final class MvStore implements Store {
    private final MVStore store = MVStore.open(null);
    private final MVMap<String, Map<String, @Nullable Object>> profiles = store.openMap(
            "profiles", new MVMap.Builder<String, Map<String, @Nullable Object>>().keyType(StringDataType.INSTANCE));

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        for (Edit edit : edits) {
            profiles.operate(edit.id(), null, new Decision(edit, time));
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

    @Override
    public void close() {
        store.close();
    }

    /** Always puts a new value. The tree asks again if another thread was faster. */
    private static final class Decision extends MVMap.DecisionMaker<Map<String, @Nullable Object>> {
        private final Edit edit;
        private final String time;

        Decision(Edit edit, String time) {
            this.edit = edit;
            this.time = time;
        }

        @Override
        public MVMap.Decision decide(
                @Nullable Map<String, @Nullable Object> existing, @Nullable Map<String, @Nullable Object> provided) {
            return MVMap.Decision.PUT;
        }

        @Override
        @SuppressWarnings("unchecked") // the tree's type of values
        public <T extends Map<String, @Nullable Object>> T selectValue(@Nullable T existing, @Nullable T provided) {
            return (T) MapRules.COPYING_LISTS.after(existing, edit, time);
        }
    }
}
