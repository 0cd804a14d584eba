package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FeedOverflowTest {
    private final StepExecutor executor = new StepExecutor();
    private final ChangeFeed feed = new ChangeFeed(3, FeedOverflow.FAIL_SUBSCRIBER, executor);

    @Test
    void failSubscriber_bufferJustFull_goesOn() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);

        Changes.write(feed, 1, 3);
        subscriber.subscription.request(Long.MAX_VALUE);
        executor.runAll();
        Changes.write(feed, 4, 6);
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(subscriber.ends).isEmpty();
    }

    @Test
    void failSubscriber_oneTooMany_deliversTheBufferThenNamesWhatWasLost() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 3);
        feed.publish(Changes.of(5, 70));
        feed.publish(Changes.of(5, 71));
        feed.dispatch();

        subscriber.subscription.request(2);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L);
        assertThat(subscriber.ends).isEmpty();

        subscriber.subscription.request(1);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
        assertThat(subscriber.errors).singleElement().isInstanceOfSatisfying(FeedOverflowException.class, problem -> {
            assertThat(problem.capacity()).isEqualTo(3);
            assertThat(problem.shard()).isEqualTo(5);
            assertThat(problem.sequence()).isEqualTo(70);
            assertThat(problem)
                    .hasMessage("buffer of 3 changes is full; the first change lost is 70 of shard 5; take changes"
                            + " faster or subscribe with a larger capacity");
        });
    }

    @Test
    void failSubscriber_failed_costsWritersNothingMore() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);

        Changes.write(feed, 1, 4);

        assertThat(feed.hasSubscribers()).isFalse();
        subscriber.subscription.request(1);
        executor.runAll();
        Changes.write(feed, 5, 5);
        subscriber.subscription.request(9);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
        assertThat(feed.dropped()).isZero();
    }

    @Test
    void failSubscriber_fullWhileAnotherDispatches_isLeftToTheNextDispatch() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        AtomicBoolean first = new AtomicBoolean(true);
        // Stands for a second writer that comes just after the first one has woken the subscriber.
        FeedView view = feed.with(2, FeedOverflow.FAIL_SUBSCRIBER, task -> {
            task.run();
            if (first.getAndSet(false)) {
                feed.publish(Changes.of(0, 2));
                feed.publish(Changes.of(0, 3));
                feed.publish(Changes.of(0, 4));
            }
        });
        view.subscribe(subscriber);

        Changes.write(feed, 1, 1);
        feed.dispatch();

        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
        assertThat(subscriber.ends).containsExactly("error");
    }

    @Test
    void dropNewest_fullBuffer_leavesGapsAndCountsThem() {
        FeedView view = feed.with(2, FeedOverflow.DROP_NEWEST, executor);
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        view.subscribe(subscriber);

        Changes.write(feed, 1, 5);
        subscriber.subscription.request(2);
        executor.runAll();
        Changes.write(feed, 6, 7);
        subscriber.subscription.request(9);
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(1L, 2L, 6L, 7L);
        assertThat(subscriber.ends).isEmpty();
        assertThat(view.dropped()).isEqualTo(3);
    }

    @Test
    void dropped_severalViews_countEachAndAll() {
        FeedView narrow = feed.with(1, FeedOverflow.DROP_NEWEST, executor);
        FeedView wide = feed.with(4, FeedOverflow.DROP_NEWEST, executor);
        narrow.subscribe(new RecordingSubscriber(0));
        narrow.subscribe(new RecordingSubscriber(0));
        RecordingSubscriber cancelled = new RecordingSubscriber(0);
        wide.subscribe(cancelled);

        Changes.write(feed, 1, 5);
        cancelled.subscription.cancel();
        Changes.write(feed, 6, 6);

        assertThat(narrow.dropped()).isEqualTo(10);
        assertThat(wide.dropped()).isEqualTo(1);
        assertThat(feed.dropped()).isEqualTo(11);
    }

    @Test
    void publish_subscriberStuckInOnNext_isNotHeldUp() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch stuck = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            FeedView view = feed.with(10, FeedOverflow.DROP_NEWEST, pool);
            RecordingSubscriber subscriber = new RecordingSubscriber(Long.MAX_VALUE) {
                @Override
                public void onNext(ProfileChange change) {
                    super.onNext(change);
                    stuck.countDown();
                    Latches.await(release);
                }
            };
            view.subscribe(subscriber);
            Changes.write(feed, 1, 1);
            Latches.await(stuck);

            for (long sequence = 2; sequence <= 10_000; sequence++) {
                Changes.write(feed, sequence, sequence);
            }

            assertThat(subscriber.sequences).containsExactly(1L);
            assertThat(view.dropped()).isEqualTo(9_989);
            feed.close();
            release.countDown();
            subscriber.awaitEnd();
            assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        } finally {
            pool.shutdownNow();
        }
    }
}
