package io.github.profileengine.log;

import java.util.HashMap;
import java.util.Map;

/** Checks, entry by entry, that a log is complete and keeps the order of each shard. Not thread-safe. */
public final class LogOrder {
    private final Map<Integer, Long> sequences = new HashMap<>();
    private long barriers;

    /** Checks a log from its start. */
    public LogOrder() {}

    /**
     * Checks the next entry.
     *
     * @throws LogOrderException if the entry cannot be the next one; it is then ignored
     */
    public void accept(LogEntry entry) {
        if (entry.barriersBefore() != barriers) {
            throw new LogOrderException("an entry expected after " + entry.barriersBefore()
                    + " aliases, clears and restores was found after " + barriers
                    + ": entries are missing, repeated, moved or altered");
        }
        if (entry instanceof LogEntry.Slice slice) {
            accept(slice);
        } else {
            barriers++;
        }
    }

    private void accept(LogEntry.Slice slice) {
        long due = sequences.getOrDefault(slice.shard(), 0L) + 1;
        if (slice.sequence() != due) {
            throw new LogOrderException(
                    "found slice " + slice.sequence() + " of shard " + slice.shard() + ", expected slice " + due);
        }
        sequences.put(slice.shard(), due);
    }
}
