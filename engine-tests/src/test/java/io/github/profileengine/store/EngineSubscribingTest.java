package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.FeedView;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.TableStep;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineSubscribingTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Stops in an update, after the engine has asked whether there are subscribers. */
    private final class StoppingTable extends MapTable {
        StoppingTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public void apply(Update update, TableStep step) {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            super.apply(update, step);
        }
    }

    private void releaseOnceWaiting(Thread subscriber) {
        while (subscriber.getState() != Thread.State.WAITING && subscriber.isAlive()) {
            Thread.onSpinWait();
        }
        released.countDown();
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    /** Otherwise somebody who subscribes and then looks would wait for a change that nobody reports. */
    @Test
    void subscribe_whileAnUpdateIsApplied_isToldOfItOrItIsThereToSee() throws Exception {
        StoreParts parts = new StoreParts(StoppingTable::new, ReentrantLock::new, Gate::new);
        ProfileEngine engine = ProfileEngine.builder().parts(parts).build();
        FutureTask<BatchResult> writing = new FutureTask<>(
                () -> engine.apply(Batch.of(Update.of(ADA).set("k", 1).build())));
        started(writing);
        reached.await();
        AtomicReference<EngineChangesTest.Seen> told = new AtomicReference<>();
        FutureTask<Boolean> subscribing = new FutureTask<>(() -> {
            told.set(EngineChangesTest.subscribed(engine));
            return engine.profile(ADA).isPresent();
        });
        Thread subscriber = started(subscribing);
        releaseOnceWaiting(subscriber);
        boolean seen = subscribing.get();
        assertThat(writing.get().accepted()).isEqualTo(1);

        assertThat(seen || told.get().changes().size() == 1).isTrue();
    }

    /**
     * Subscribing waits for the batch. The rest of it can be seen afterwards, so it must not fill the subscriber's
     * buffer.
     */
    @Test
    void subscribe_whileALargeBatchIsApplied_doesNotFillTheBuffer() throws Exception {
        StoreParts parts = new StoreParts(StoppingTable::new, ReentrantLock::new, Gate::new);
        ProfileEngine engine = ProfileEngine.builder().shards(2).parts(parts).build();
        FutureTask<BatchResult> writing = new FutureTask<>(() -> engine.apply(Batch.of(IntStream.range(0, 1_000)
                .mapToObj(at ->
                        Update.of(ProfileId.user("p", "u" + at)).set("k", 1).build())
                .toList())));
        started(writing);
        reached.await();
        EngineChangesTest.Seen told = new EngineChangesTest.Seen();
        FutureTask<Void> subscribing = new FutureTask<>(
                () -> engine.changes(10, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run)
                        .subscribe(told),
                null);
        releaseOnceWaiting(started(subscribing));
        subscribing.get();
        assertThat(writing.get().accepted()).isEqualTo(1_000);
        assertThat(told.changes()).isEmpty();

        engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));

        assertThat(told.changes()).extracting(ProfileChange::id).containsExactly(ADA);
    }

    /** A subscriber that is told of a deletion and then looks must not find the profile: nobody would tell again. */
    @Test
    void clear_whileASubscriberIsBusy_tellsOfAProfileWhenItIsGone() throws Exception {
        ProfileEngine engine = ProfileEngine.builder().shards(1).build();
        engine.apply(Batch.of(IntStream.range(0, 5_000)
                .mapToObj(at ->
                        Update.of(ProfileId.user("gone", "u" + at)).set("k", 1).build())
                .toList()));
        // Counts what is published, because its subscriber requests nothing.
        FeedView counting = engine.changes(1, FeedOverflow.DROP_NEWEST, Runnable::run);
        counting.subscribe(new EngineChangesTest.Seen() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                // Asks for nothing.
            }
        });
        AtomicBoolean found = new AtomicBoolean();
        CountDownLatch heard = new CountDownLatch(1);
        ExecutorService own = Executors.newSingleThreadExecutor();
        engine.changes(10_000, FeedOverflow.FAIL_SUBSCRIBER, own).subscribe(new EngineChangesTest.Seen() {
            @Override
            public void onNext(ProfileChange change) {
                if (change.id().equals(ADA)) {
                    // Busy until the first deletion has been published; the next change is then delivered at once.
                    while (counting.dropped() == 0) {
                        Thread.onSpinWait();
                    }
                } else {
                    found.compareAndSet(false, engine.profile(change.id()).isPresent());
                    heard.countDown();
                }
            }
        });
        engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));

        engine.clear("gone");
        heard.await();
        own.shutdown();
        assertThat(own.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(found).isFalse();
    }
}
