package io.github.profileengine.log;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue between an engine and the code that stores its log. The engine adds entries while it applies updates. Any
 * thread may take entries out, in an order that a replay can follow. The queue holds a bounded number of updates;
 * {@link RecordingOverflow} decides what happens when it is full. Thread-safe.
 *
 * <p>An engine fills a recording from {@code ProfileEngine.record} until {@link #close}.
 */
public final class Recording implements AutoCloseable {
    /** The default capacity in updates. */
    public static final long DEFAULT_CAPACITY = 1_000_000;

    private final long capacity;
    private final RecordingOverflow overflow;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Object monitor = new Object();
    private final long[] sequences;
    private long queued;
    private long barriers;
    private boolean overflowed;
    private boolean failed;
    private volatile boolean ended;
    private @Nullable Snapshot start;

    /**
     * A recording for an engine to fill.
     *
     * @param start the state that the log continues
     * @param shards how many shards the engine has
     * @param capacity how many updates may be queued; an entry that is not a slice counts as one, and an empty queue
     *     takes any entry
     */
    public Recording(Snapshot start, int shards, long capacity, RecordingOverflow overflow) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive, not " + capacity);
        }
        this.start = Objects.requireNonNull(start, "start");
        this.sequences = new long[shards];
        this.capacity = capacity;
        this.overflow = Objects.requireNonNull(overflow, "overflow");
    }

    /**
     * The state that the log continues, to store with the log or to replay the log onto. It can be taken once, so that
     * a long recording does not keep the old state alive; later calls return empty. Until then the recording keeps it
     * alive, even when it is {@linkplain #close closed}.
     */
    public Optional<Snapshot> takeStart() {
        synchronized (monitor) {
            Snapshot taken = start;
            start = null;
            return Optional.ofNullable(taken);
        }
    }

    /**
     * The next entry, or null if there is none now.
     *
     * @throws RecordingOverflowException if the queue was full, after all entries before that have been taken; or if
     *     there was no memory for an entry, in which case queued entries may be missing too
     */
    public @Nullable LogEntry poll() {
        synchronized (monitor) {
            LogEntry entry = entries.poll();
            if (entry != null) {
                queued -= weight(entry);
                monitor.notifyAll();
            } else if (failed) {
                throw RecordingOverflowException.outOfMemory();
            } else if (overflowed) {
                throw RecordingOverflowException.full(capacity);
            }
            return entry;
        }
    }

    /**
     * Waits for the next entry and returns it; null after the last entry of a recording that was closed.
     *
     * @throws RecordingOverflowException as in {@link #poll}
     */
    public @Nullable LogEntry take() throws InterruptedException {
        synchronized (monitor) {
            while (entries.isEmpty() && !ended) {
                monitor.wait();
            }
            return poll();
        }
    }

    /**
     * Passes every queued entry to {@code action}, on the calling thread. Entries that arrive meanwhile are left for
     * the next call, unless the recording has ended.
     *
     * <p>If the action throws, so does this call, and the entry that the action got is the next one again. While it is
     * out of the queue, another thread may take later ones; so let only one thread take entries if an action can throw.
     *
     * @return how many entries were passed
     * @throws RecordingOverflowException as in {@link #poll}
     */
    public int drain(Consumer<? super LogEntry> action) {
        int there;
        synchronized (monitor) {
            there = entries.size();
        }
        int count = 0;
        LogEntry entry = poll();
        while (entry != null) {
            pass(entry, action);
            count++;
            // After the end of the recording no more entries can
            // come, and the last poll throws if the recording failed.
            entry = count < there || isEnded() ? poll() : null;
        }
        return count;
    }

    private void pass(LogEntry entry, Consumer<? super LogEntry> action) {
        boolean isTaken = false;
        try {
            action.accept(entry);
            isTaken = true;
        } finally {
            if (!isTaken) {
                putBack(entry);
            }
        }
    }

    // Even if the queue has become full meanwhile: it had room for this entry once.
    private void putBack(LogEntry entry) {
        synchronized (monitor) {
            entries.addFirst(entry);
            queued += weight(entry);
            monitor.notifyAll();
        }
    }

    /**
     * Ends the recording: the engine adds no more entries. Queued entries can still be taken. If a batch is running,
     * the log may hold a part of it; {@code ProfileEngine.end} ends a recording between two batches.
     */
    @Override
    public void close() {
        synchronized (monitor) {
            ended = true;
            monitor.notifyAll();
        }
    }

    /** Whether the recording has ended, so that the engine adds no more entries. */
    public boolean isEnded() {
        return ended;
    }

    // For the engine: it adds the slices of a shard under the shard's lock, and barriers while no batch runs.

    /** Waits before a batch begins until there is room, if {@link RecordingOverflow#MAKE_BATCHES_WAIT} is set. */
    public void awaitRoom() {
        if (overflow == RecordingOverflow.END_RECORDING || ended) {
            return;
        }
        boolean interrupted = false;
        synchronized (monitor) {
            while (queued >= capacity && !ended) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    // An interrupt must not drop the batch, so the interrupt flag is set again after the wait.
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records the updates of one batch that a shard applied. */
    public void slice(int shard, List<Update> updates) {
        synchronized (monitor) {
            put(new LogEntry.Slice(barriers, shard, ++sequences[shard], updates));
        }
    }

    /** Records an alias that was mapped. */
    public void aliased(Alias alias) {
        synchronized (monitor) {
            put(new LogEntry.Aliased(barriers++, alias));
        }
    }

    /** Records that a project was cleared. */
    public void cleared(String token) {
        synchronized (monitor) {
            put(new LogEntry.Cleared(barriers++, token));
        }
    }

    /** Records that a state was restored. */
    public void restored(Snapshot state) {
        synchronized (monitor) {
            put(new LogEntry.Restored(barriers++, state));
        }
    }

    /** Ends the recording, because there was no memory for the next entry. This call needs no memory. */
    public void fail() {
        synchronized (monitor) {
            failed = true;
            ended = true;
            monitor.notifyAll();
        }
    }

    private void put(LogEntry entry) {
        if (ended) {
            return;
        }
        long weight = weight(entry);
        if (overflow == RecordingOverflow.END_RECORDING && queued > 0 && queued + weight > capacity) {
            overflowed = true;
            ended = true;
        } else {
            entries.add(entry);
            queued += weight;
        }
        monitor.notifyAll();
    }

    /** How many entries can be taken, and whether more may come, for people. */
    @Override
    public String toString() {
        synchronized (monitor) {
            return entries.size() + " entries to take" + (ended ? ", ended" : "");
        }
    }

    private static long weight(LogEntry entry) {
        return entry instanceof LogEntry.Slice slice ? slice.updates().size() : 1;
    }
}
