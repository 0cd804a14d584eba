package io.github.profileengine.log;

/** What happens when a recording's queue is full. In no case does a writer wait while it holds a lock. */
public enum RecordingOverflow {
    /** The recording ends there: what is queued can be read, then reading throws. The engine goes on. */
    END_RECORDING,
    /**
     * Batches, replays, aliases, {@code clear} and {@code restore} wait before they begin until there is room again;
     * those that have begun may overrun the queue. Never for a program whose only thread both applies and reads: it
     * would wait for itself.
     */
    MAKE_BATCHES_WAIT
}
