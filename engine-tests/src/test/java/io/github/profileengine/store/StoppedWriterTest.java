package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A writer stops while it holds the lock of the only shard. The tests show who waits for it, and how that is counted.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedWriterTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StoppingLock lock = new StoppingLock();
    private final ProfileEngine engine = Engines.builder()
            .shards(1)
            .parts(new StoreParts(Engines.parts().table(), () -> lock, Gate::new))
            .build();

    private BatchResult set(int value) {
        return engine.apply(Batch.of(Update.of(ADA).set("k", value).build()));
    }

    private FutureTask<BatchResult> stoppedWriter(int value) throws InterruptedException {
        lock.stopNext();
        FutureTask<BatchResult> writer = new FutureTask<>(() -> set(value));
        start(writer);
        lock.awaitStopped();
        return writer;
    }

    private static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static <T> FutureTask<T> waiting(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = start(task);
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(task).as("it ran through").isNotDone();
            Thread.yield();
        }
        return task;
    }

    private static <T> T get(FutureTask<T> task) throws Exception {
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void answers(String name, Callable<Object> read, Object answer) {
        FutureTask<Object> task = new FutureTask<>(read);
        start(task);
        assertThat(task).as(name).succeedsWithin(PATIENCE).isEqualTo(answer);
    }

    private List<Object> values(int count) {
        return engine.profiles(Collections.nCopies(count, ADA)).stream()
                .map(profile -> profile.get("k"))
                .toList();
    }

    @Test
    void reads_whileAWriterHoldsTheLock_doNotWait() throws Exception {
        set(1);
        engine.alias("p", "lovelace", "ada");
        FutureTask<BatchResult> writer = stoppedWriter(2);

        answers("profile", () -> engine.profile(ADA).orElseThrow().get("k"), 1L);
        answers("a few profiles", () -> values(2), Collections.nCopies(2, 1L));
        answers("many profiles", () -> values(300), Collections.nCopies(300, 1L));
        answers("count", engine::count, 1L);
        answers("count of a project", () -> engine.count("p"), 1L);
        answers("tokens", engine::tokens, List.of("p"));
        answers("resolve", () -> engine.resolve("p", "lovelace"), "ada");
        answers("stats", () -> engine.stats().profiles(), 1L);
        assertThat(writer).as("the writer").isNotDone();

        lock.release();
        assertThat(get(writer).accepted()).isEqualTo(1);
        assertThat(values(1)).containsExactly(2L);
    }

    @Test
    void lockWaits_anotherWriterOfTheShard_areCountedAndTimed() throws Exception {
        FutureTask<BatchResult> writer = stoppedWriter(1);
        FutureTask<BatchResult> other = waiting(() -> set(2));
        lock.release();
        get(writer);
        get(other);

        assertThat(engine.stats().lockWaits()).isEqualTo(1);
        assertThat(engine.stats().lockWaitNanos()).isPositive();
        assertThat(values(1)).containsExactly(2L);
    }

    @Test
    void cutWaitNanos_snapshotDuringABatch_areCounted() throws Exception {
        FutureTask<BatchResult> writer = stoppedWriter(1);
        FutureTask<Snapshot> cut = waiting(engine::snapshot);
        lock.release();
        get(writer);

        assertThat(get(cut).stateHash()).isEqualTo(engine.stateHash());
        assertThat(engine.stats().cutWaitNanos()).isPositive();
        assertThat(engine.stats().lockWaits()).as("it waited at the gate").isZero();
    }
}
