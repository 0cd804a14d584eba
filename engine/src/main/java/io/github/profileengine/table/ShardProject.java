package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one project in one shard. It belongs to one owner, and only the owner may write it. Anybody else may
 * hold it as part of something frozen; then it is never written again.
 *
 * @param <P> the implementation
 */
public interface ShardProject<P extends ShardProject<P>> {
    boolean isOwnedBy(Object other);

    /** A copy for another owner; every profile keeps its place in it. */
    P copiedFor(Object other);

    int count();

    /** As {@link TableReads#bytes()}. */
    long bytes();

    /** As {@link TableReads#heapBytes()}. */
    long heapBytes();

    /** The profile of an id, or null. For any thread. */
    @Nullable
    Profile get(ProfileId id);

    /** Every profile, while nobody writes. */
    void forEach(Consumer<? super Profile> action);

    /**
     * As {@link #forEach}, in the order of the ids. Of all profiles at once it holds only the ids: profiles that are
     * made from records take several times their memory.
     */
    default void forEachInOrder(Consumer<? super Profile> action) {
        List<ProfileId> ids = new ArrayList<>(count());
        forEach(profile -> ids.add(profile.id()));
        ids.sort(null);
        for (ProfileId id : ids) {
            Profile profile = get(id);
            assert profile != null;
            action.accept(profile);
        }
    }

    /** As {@link FrozenTable#forEachDifference(TableReads, BiConsumer)}. */
    default void forEachDifference(P later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        forEach(profile -> {
            Profile after = later.get(profile.id());
            if (after != profile) {
                action.accept(profile, after);
            }
        });
        later.forEach(profile -> {
            if (get(profile.id()) == null) {
                action.accept(null, profile);
            }
        });
    }
}
