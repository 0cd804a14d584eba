package io.github.profileengine.log;

/** What happens when the queue of a recording is full. A writer never waits while it holds a lock. */
public enum RecordingOverflow {
    /** The recording ends. Queued entries can still be read; after them, reading throws. The engine continues. */
    END_RECORDING,
    /**
     * Batches, replays, aliases, {@code clear} and {@code restore} wait before they begin until there is room again.
     * Those that have begun may exceed the capacity. Do not use this if the only thread of a program both applies and
     * reads: it would wait for itself.
     */
    MAKE_BATCHES_WAIT
}
