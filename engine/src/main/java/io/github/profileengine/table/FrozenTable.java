package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Reducer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a table held at one moment. Immutable; any thread may read it. */
public interface FrozenTable extends TableReads {
    /** A writable table that begins with this content, in constant time. */
    ProfileTable thaw(Reducer reducer);

    /**
     * Reports every profile that is not the same instance here and in a later table, or that only one of them has, as
     * it is here and there. What both tables share may be skipped; equal profiles that are two instances are reported.
     */
    default void forEachDifference(
            TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        Set<String> tokens = new HashSet<>();
        collectTokens(tokens);
        later.collectTokens(tokens);
        tokens.forEach(token -> forEachDifference(token, later, action));
    }

    /** As {@link #forEachDifference(TableReads, BiConsumer)}, for one project. */
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
