package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrder;
import io.github.profileengine.reducer.MostGrowth;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies a log to an engine, on one thread or several. Barriers are the log entries that are not updates. Between two
 * barriers, the updates are distributed to the threads by profile, so the updates of each profile stay in order. At a
 * barrier, all threads have finished.
 */
final class Replay {
    /** The moment of acceptance of batches whose updates all have their own times: a replay reads no clock. */
    static final Instant ANY_MOMENT = Instant.EPOCH;

    private static final int UPDATES_AT_ONCE = 20_000;
    // The sum of the most bytes that each update may add, because an update may be as large as a record.
    private static final long BYTES_AT_ONCE = 16 << 20;

    private final ProfileEngine engine;
    private final ChangeFeed feed;
    private final int threads;
    private final LogOrder order = new LogOrder();
    private List<LogEntry.Slice> waiting = new ArrayList<>();
    private int pending;
    private long pendingBytes;

    Replay(ProfileEngine engine, ChangeFeed feed, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, not " + threads);
        }
        this.engine = engine;
        this.feed = feed;
        this.threads = threads;
    }

    void run(Iterable<? extends LogEntry> log) {
        Iterator<? extends LogEntry> entries =
                Objects.requireNonNull(log, "log").iterator();
        ExecutorService workers = threads == 1 ? null : Executors.newFixedThreadPool(threads);
        try {
            while (entries.hasNext()) {
                LogEntry entry = entries.next();
                order.accept(entry);
                if (entry instanceof LogEntry.Slice slice) {
                    take(slice);
                } else {
                    applyWaiting(workers);
                    apply(entry);
                }
                if (isEnough()) {
                    applyWaiting(workers);
                }
            }
            applyWaiting(workers);
        } finally {
            if (workers != null) {
                end(workers);
            }
        }
    }

    private boolean isEnough() {
        return pending >= UPDATES_AT_ONCE || pendingBytes >= BYTES_AT_ONCE || feed.hasSubscribers();
    }

    // The call ends only after its threads: a batch that has begun must not be broken off.
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(LogEntry.Slice slice) {
        for (Update update : slice.updates()) {
            if (!update.isAccepted()) {
                throw new IllegalArgumentException(
                        "an update that no engine has accepted cannot be replayed: " + update);
            }
            pending++;
            pendingBytes += MostGrowth.of(update);
        }
        waiting.add(slice);
    }

    private int part(Update update) {
        return Math.floorMod(update.target().tableHash(), threads);
    }

    private void apply(LogEntry entry) {
        if (entry instanceof LogEntry.Aliased aliased) {
            alias(aliased.alias());
        } else if (entry instanceof LogEntry.Cleared cleared) {
            engine.clear(cleared.token());
        } else if (entry instanceof LogEntry.Restored restored) {
            engine.restore(restored.state());
        }
    }

    private void alias(Alias alias) {
        if (engine.alias(alias.token(), alias.alias(), alias.id()) != AliasResult.MAPPED) {
            throw new IllegalStateException("the alias " + alias + " was mapped when it was recorded, and is not now;"
                    + " the log does not continue this state");
        }
    }

    // With subscribers, each entry is applied by itself: their buffers held the changes of each recorded batch, but may
    // not hold those of many together. Somebody may have subscribed since the first of them came.
    private void applyWaiting(@Nullable ExecutorService workers) {
        List<LogEntry.Slice> slices = waiting;
        waiting = new ArrayList<>();
        pending = 0;
        pendingBytes = 0;
        if (feed.hasSubscribers()) {
            slices.forEach(slice -> applyTogether(List.of(slice), workers));
        } else {
            applyTogether(slices, workers);
        }
    }

    private void applyTogether(List<LogEntry.Slice> from, @Nullable ExecutorService workers) {
        requireUninterrupted();
        List<Batch> batches = dealt(from);
        if (workers == null) {
            batches.forEach(batch -> apply(batch, from));
            return;
        }
        List<Callable<Void>> work = new ArrayList<>();
        for (Batch batch : batches) {
            work.add(() -> {
                apply(batch, from);
                return null;
            });
        }
        await(workers, work);
    }

    private List<Batch> dealt(List<LogEntry.Slice> slices) {
        List<List<Update>> dealt = Stream.generate(() -> (List<Update>) new ArrayList<Update>())
                .limit(threads)
                .toList();
        for (LogEntry.Slice slice : slices) {
            slice.updates().forEach(update -> dealt.get(part(update)).add(update));
        }
        return dealt.stream()
                .filter(updates -> !updates.isEmpty())
                .map(Batch::replayed)
                .toList();
    }

    // Also checked before each part. Otherwise the number and the
    // speed of threads decide whether an interrupt is noticed.
    private static void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted while replaying; the log is applied in part");
        }
    }

    private static void await(ExecutorService workers, List<Callable<Void>> work) {
        try {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            requireUninterrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // The cause can only be a runtime exception, because the work throws no checked ones.
            throw (RuntimeException) e.getCause();
        }
    }

    private void apply(Batch batch, List<LogEntry.Slice> from) {
        BatchResult result = engine.apply(batch);
        if (result.rejected() > 0) {
            RejectedUpdate rejected = result.rejections().get(0);
            throw new IllegalStateException("an update that was accepted when it was recorded is rejected now: "
                    + place(batch, rejected.index(), from) + ": " + rejected.message() + "; this engine has other"
                    + " limits, options or contents than the recorded one, or the log was changed");
        }
    }

    // A batch holds the updates of the slices that fell to one thread, in the order of the slices.
    private String place(Batch batch, int index, List<LogEntry.Slice> from) {
        Update update = Objects.requireNonNull(batch.updates()[index]);
        LogEntry.Slice slice = from.stream()
                .flatMap(each -> each.updates().stream()
                        .filter(other -> part(other) == part(update))
                        .map(other -> each))
                .skip(index)
                .findFirst()
                .orElseThrow();
        return update.target() + " at " + update.time().orElseThrow() + ", in slice " + slice.sequence() + " of shard "
                + slice.shard();
    }
}
