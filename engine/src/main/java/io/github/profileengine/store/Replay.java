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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies a log to an engine, on one thread or several. Between two barriers the updates are dealt out by profile, so
 * that each profile's stay in order; at a barrier all threads have finished.
 */
final class Replay {
    /** When a batch was accepted whose updates all have their own times: a replay asks no clock. */
    static final Instant ANY_MOMENT = Instant.EPOCH;

    private static final int UPDATES_AT_ONCE = 20_000;
    // By the most that they may add: an update may be as large as a record.
    private static final long BYTES_AT_ONCE = 16 << 20;

    private final ProfileEngine engine;
    private final ChangeFeed feed;
    private final int threads;
    private final LogOrder order = new LogOrder();
    private final List<List<Update>> dealt;
    private int pending;
    private long pendingBytes;

    Replay(ProfileEngine engine, ChangeFeed feed, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, not " + threads);
        }
        this.engine = engine;
        this.feed = feed;
        this.threads = threads;
        this.dealt = Stream.generate(() -> (List<Update>) new ArrayList<Update>())
                .limit(threads)
                .toList();
    }

    void run(Iterator<? extends LogEntry> log) {
        ExecutorService workers = threads == 1 ? null : Executors.newFixedThreadPool(threads);
        try {
            while (log.hasNext()) {
                LogEntry entry = log.next();
                order.accept(entry);
                if (entry instanceof LogEntry.Slice slice) {
                    slice.updates().forEach(this::deal);
                } else {
                    applyDealt(workers);
                    apply(entry);
                }
                if (isEnough()) {
                    applyDealt(workers);
                }
            }
            applyDealt(workers);
        } finally {
            if (workers != null) {
                end(workers);
            }
        }
    }

    // A subscriber's buffer holds what was one batch, but what many together change need not fit.
    private boolean isEnough() {
        return pending >= UPDATES_AT_ONCE || pendingBytes >= BYTES_AT_ONCE || feed.hasSubscribers();
    }

    // The call ends when its threads have: a batch that has begun is not to be broken off.
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

    private void deal(Update update) {
        if (!update.isAccepted()) {
            throw new IllegalArgumentException("not an accepted update: " + update);
        }
        dealt.get(Math.floorMod(update.target().tableHash(), threads)).add(update);
        pending++;
        pendingBytes += MostGrowth.of(update);
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

    private void applyDealt(@Nullable ExecutorService workers) {
        requireUninterrupted();
        List<Batch> batches = dealt.stream()
                .filter(updates -> !updates.isEmpty())
                .map(Batch::replayed)
                .toList();
        dealt.forEach(List::clear);
        pending = 0;
        pendingBytes = 0;
        if (workers == null) {
            batches.forEach(this::apply);
            return;
        }
        List<Callable<Void>> work = new ArrayList<>();
        for (Batch batch : batches) {
            work.add(() -> {
                apply(batch);
                return null;
            });
        }
        await(workers, work);
    }

    // Asked before each part too, else it would depend on the threads, and how quick they are, whether it is noticed.
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
            // There are no others: no work throws a checked one.
            throw (RuntimeException) e.getCause();
        }
    }

    private void apply(Batch batch) {
        BatchResult result = engine.apply(batch);
        if (result.rejected() > 0) {
            throw new IllegalStateException("an update that was accepted when it was recorded is rejected now: "
                    + result.rejections().get(0).message() + "; this engine has other limits");
        }
    }
}
