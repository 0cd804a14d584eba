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
 * {@link #forEach} are called under the lock of the shard. The other reads are called by any thread at any time,
 * without that lock; they wait for no update, at most for one profile that is being written to memory, and they see of
 * each profile the newest state or, while a write runs, the one before it. A thread that saw a state never sees an
 * older one.
 */
public interface ProfileTable extends TableReads {
    /**
     * Reduces an update onto its profile and says in {@code step} what came of it. The step also says when an engine
     * accepted the update, if one did. If it throws, the profile is as it was before; but for memory that runs out
     * while what it has become is read for the step, after it was written: the step says what was done then.
     */
    void apply(Update update, TableStep step);

    /** Puts a finished profile in place of the one with its id, if there is one. */
    void load(Profile profile);

    /** The writer pauses: what the last update has left in scratch is let go, so that nothing is kept alive by it. */
    default void releaseScratch() {}

    /** A pass over so many profiles of tables like this one, before they are updated; by any thread. */
    default TouchPass touchPass(int profiles) {
        return TouchPass.NONE;
    }

    /** A pass that reads as many profiles of tables like this one as there is room for in an array; by any thread. */
    default ReadPass readPass(@Nullable Profile[] found) {
        return ReadPass.oneByOne(found);
    }

    /** Takes all profiles of a project away; answers what tells each of them, until the lock is let go. */
    Consumer<Consumer<? super Profile>> clear(String token);

    /**
     * What the table holds now, for good: later writes to this table do not show in it. In constant time; what is
     * shared is copied by each who writes, no later than with the first write to it.
     */
    FrozenTable freeze();
}
