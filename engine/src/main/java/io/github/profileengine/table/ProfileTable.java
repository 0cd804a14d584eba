package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Update;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one shard.
 *
 * <h2>Threads</h2>
 *
 * One writer at a time: {@link #apply}, {@link #releaseScratch}, {@link #load}, {@link #clear}, {@link #freeze} and
 * {@link #forEach} are called under the lock of the shard. Any thread may call the other reads at any time, without
 * that lock. These wait for no update, at most for one profile that is being written to memory. Of each profile they
 * see the newest state or, while a write runs, the one before it. A thread that has seen a state never sees an older
 * one.
 */
public interface ProfileTable extends TableReads {
    /**
     * Reduces an update onto its profile and reports the result in {@code step}. The step also says when an engine
     * accepted the update, if one did. If this throws, the profile is as it was before, with one exception: memory may
     * run out after the write, while the new profile is read for the step. The step then says what was done.
     */
    void apply(Update update, TableStep step);

    /** Stores a finished profile, in place of the one with its id, if there is one. */
    void load(Profile profile);

    /** The writer pauses: drops what the last update has left in scratch, so that this keeps nothing alive. */
    default void releaseScratch() {}

    /** A pass that prefetches so many profiles of tables like this one before they are updated; for any thread. */
    default TouchPass touchPass(int profiles) {
        return TouchPass.NONE;
    }

    /** A pass that reads as many profiles of tables like this one as the array has room for; for any thread. */
    default ReadPass readPass(@Nullable Profile[] found) {
        return ReadPass.oneByOne(found);
    }

    /**
     * Removes all profiles of a project; returns what passes each of them on, in the order of their ids, until the lock
     * is released.
     */
    Consumer<Consumer<? super Profile>> clear(String token);

    /**
     * What the table holds now, for good: later writes to this table do not show in it. In constant time; each writer
     * copies what is shared, no later than with its first write to it.
     */
    FrozenTable freeze();
}
