package io.github.profileengine.log;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.List;

/**
 * One entry of a log. Immutable.
 *
 * <p>A log is any merge of slices that keeps the order of each shard. Every other entry is a barrier for all shards: no
 * slice may be moved across it. Replaying such a log gives the recorded state, because updates of different profiles do
 * not depend on each other, and all updates of one profile belong to one shard.
 */
public sealed interface LogEntry {
    /** How many barriers precede this entry in the log. */
    long barriersBefore();

    /**
     * The updates of one batch that were accepted and that one shard applied together, in their order. Each is in its
     * accepted form, with resolved id, time and location. Near a bound, each update of a batch is applied separately
     * and is a slice of its own.
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

    /** All content was replaced by a restored state. */
    record Restored(long barriersBefore, Snapshot state) implements LogEntry {}
}
