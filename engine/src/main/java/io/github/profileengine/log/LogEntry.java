package io.github.profileengine.log;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.List;

/**
 * One entry of a log. Immutable.
 *
 * <p>A log is any merge of slices that keeps the order of each shard. Everything but a slice is a barrier over all
 * shards: no slice may be moved across it. Replaying such a log gives the recorded state, since updates of different
 * profiles do not depend on each other and those of one profile are all of one shard.
 */
public sealed interface LogEntry {
    /** How many barriers of the log lie before this entry. */
    long barriersBefore();

    /**
     * The accepted updates of one batch that one shard applied in one go, in their order, each in its accepted form,
     * with resolved id, time and location. Near a bound each update of a batch is applied by itself, and is a slice.
     *
     * @param shard the number of the shard, from 0
     * @param sequence the number of the slice within its shard, from 1, without gaps
     * @param updates at least one
     */
    record Slice(long barriersBefore, int shard, long sequence, List<Update> updates) implements LogEntry {
        public Slice {
            updates = List.copyOf(updates);
            if (updates.isEmpty()) {
                throw new IllegalArgumentException("a slice holds at least one update");
            }
        }
    }

    /** An alias was mapped. */
    record Aliased(long barriersBefore, Alias alias) implements LogEntry {}

    /** A project was cleared of its profiles and aliases. */
    record Cleared(long barriersBefore, String token) implements LogEntry {}

    /** Everything was replaced by a state. */
    record Restored(long barriersBefore, Snapshot state) implements LogEntry {}
}
