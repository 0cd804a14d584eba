package io.github.profileengine.log;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue between an engine and whoever keeps its log. The engine puts entries in while it applies; any thread takes
 * them out, in an order that a replay may follow. The queue holds a bounded number of updates; what happens beyond is
 * its {@link RecordingOverflow}. Safe for every thread.
 *
 * <p>An engine fills a recording from {@code ProfileEngine.record} until {@link #close}.
 */
public final class Recording implements AutoCloseable {
    /** Room for this many updates unless told otherwise. */
    public static final long DEFAULT_CAPACITY = 1_000_000;

    private final long capacity;
    private final RecordingOverflow overflow;
    private final Queue<LogEntry> entries = new ArrayDeque<>();
    private final Object monitor = new Object();
    private final long[] sequences;
    private long queued;
    private long barriers;
    private boolean overflowed;
    private boolean failed;
    private volatile boolean ended;
    private @Nullable Snapshot start;

    /**
     * For an engine to fill.
     *
     * @param start the state that the log continues
     * @param shards how many shards the engine has
     * @param capacity how many updates may be queued; an entry that is no slice counts as one, and an empty queue takes
     *     any entry
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
     * The state that the log continues, for whoever keeps it with the log or replays onto it. It can be taken once, so
     * that a long recording does not keep the old state alive; later calls answer empty.
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
     * @throws RecordingOverflowException if the queue was full, once everything before that has been taken; or if there
     *     was no memory for an entry, and then what waited may be missing too
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
     * The next entry, waiting for it; null after the last one of a recording that was closed.
     *
     * @throws RecordingOverflowException as of {@link #poll}
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
     * Hands every entry that is there to {@code action}, on this thread. What comes meanwhile is for the next call, but
     * for a recording that has ended.
     *
     * @return how many there were
     * @throws RecordingOverflowException as of {@link #poll}
     */
    public int drain(Consumer<? super LogEntry> action) {
        int there;
        synchronized (monitor) {
            there = entries.size();
        }
        int count = 0;
        LogEntry entry = poll();
        while (entry != null) {
            action.accept(entry);
            count++;
            // Where it has ended no more can come, and the last call tells why.
            entry = count < there || isEnded() ? poll() : null;
        }
        return count;
    }

    /** Ends the recording: the engine puts nothing in any more. What is queued can still be taken. */
    @Override
    public void close() {
        synchronized (monitor) {
            ended = true;
            monitor.notifyAll();
        }
    }

    /** Whether the engine puts nothing in any more. */
    public boolean isEnded() {
        return ended;
    }

    // For the engine: the slices of a shard under the shard's lock, barriers while no batch runs.

    /** Waits, before a batch begins, until there is room, if that is what this recording asks for. */
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
                    // The batch is not the caller's to drop half-way: the interrupt is kept for later.
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records what a shard applied of one batch. */
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

    /** Ends the recording, as there was no memory for what would come next. Needs none itself. */
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

    private static long weight(LogEntry entry) {
        return entry instanceof LogEntry.Slice slice ? slice.updates().size() : 1;
    }
}
