package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Reducer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a table held at one moment. Immutable; any thread may read it. */
public interface FrozenTable extends TableReads {
    /** A table of its own that begins with this content, in constant time. */
    ProfileTable thaw(Reducer reducer);

    /**
     * Every profile that is not the same instance here and in a later table, or is in one of them only, as it is here
     * and there. What both tables share may be passed over unseen; equal profiles that are two instances are told.
     */
    default void forEachDifference(
            TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Set<String> tokens = new HashSet<>();
        collectTokens(tokens);
        later.collectTokens(tokens);
        tokens.forEach(token -> forEachDifference(token, later, action));
    }

    /** As {@link #forEachDifference(TableReads, BiConsumer)}, of one project. */
    default void forEachDifference(
            String token, TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        forEach(token, profile -> {
            Profile after = later.get(profile.id());
            if (after != profile) {
                action.accept(profile, after);
            }
        });
        later.forEach(token, profile -> {
            if (get(profile.id()) == null) {
                action.accept(null, profile);
            }
        });
    }
}
