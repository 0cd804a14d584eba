package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Executors that refuse, repeat, fail late or run tasks at once. */
class FeedExecutorTest {
    private static final RejectedExecutionException REFUSAL = new RejectedExecutionException("full");

    private final ChangeFeed feed = new ChangeFeed();

    @Test
    void dispatch_executorRefuses_endsTheSubscriptionOnAnotherThread() throws Exception {
        ThreadSubscriber subscriber = new ThreadSubscriber();
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, FeedExecutorTest::refuse).subscribe(subscriber);
        RecordingSubscriber sound = RecordingSubscriber.greedy();
        feed.subscribe(sound);

        Changes.write(feed, 1, 3);

        subscriber.awaitEnd();
        assertThat(subscriber.sequences).isEmpty();
        assertThat(subscriber.errors).containsExactly(REFUSAL);
        assertThat(subscriber.wasOnThread(Thread.currentThread())).isFalse();
        feed.close();
        sound.awaitEnd();
        assertThat(sound.sequences).containsExactly(1L, 2L, 3L);
    }

    @Test
    void dispatch_executorRefused_takesTheSubscriptionOffTheFeed() {
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, FeedExecutorTest::refuse).subscribe(RecordingSubscriber.greedy());

        Changes.write(feed, 1, 1);

        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void request_executorRefuses_endsTheSubscription() throws Exception {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, FeedExecutorTest::refuse).subscribe(subscriber);
        Changes.write(feed, 1, 3);

        subscriber.subscription.request(1);

        subscriber.awaitEnd();
        assertThat(subscriber.sequences).isEmpty();
        assertThat(subscriber.errors).containsExactly(REFUSAL);
    }

    @Test
    void dispatch_executorThrowsError_isNotThrownIntoTheWriter() throws Exception {
        OutOfMemoryError problem = new OutOfMemoryError("no more threads");
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, task -> {
                    throw problem;
                })
                .subscribe(subscriber);

        Changes.write(feed, 1, 1);

        subscriber.awaitEnd();
        assertThat(subscriber.errors).containsExactly(problem);
    }

    @Test
    void dispatch_executorRunsTheTaskAndThrows_endsOnce() throws Exception {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, task -> {
                    task.run();
                    throw REFUSAL;
                })
                .subscribe(subscriber);

        Changes.write(feed, 1, 2);
        Changes.write(feed, 3, 3);

        subscriber.awaitEnd();
        assertThat(subscriber.sequences).containsExactly(1L, 2L);
        assertThat(subscriber.ends).containsExactly("error");
    }

    @Test
    void dispatch_executorThrowsWhileItRunsTheTask_endsAfterTheCallInProgress() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try {
            RecordingSubscriber subscriber = new RecordingSubscriber(Long.MAX_VALUE) {
                @Override
                public void onNext(ProfileChange change) {
                    entered.countDown();
                    Latches.await(release);
                    super.onNext(change);
                }
            };
            feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, task -> {
                        pool.execute(task);
                        Latches.await(entered);
                        throw REFUSAL;
                    })
                    .subscribe(subscriber);

            Changes.write(feed, 1, 3);

            assertThat(ForkJoinPool.commonPool().awaitQuiescence(Latches.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(subscriber.ends).isEmpty();
            release.countDown();
            subscriber.awaitEnd();
            assertThat(subscriber.sequences).containsExactly(1L);
            assertThat(subscriber.errors).containsExactly(REFUSAL);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void dispatch_executorRunsTheTaskTwice_deliversOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            SerialSubscriber subscriber = new SerialSubscriber();
            Executor twice = task -> {
                pool.execute(task);
                pool.execute(task);
            };
            feed.with(100_000, FeedOverflow.FAIL_SUBSCRIBER, twice).subscribe(subscriber);

            for (long sequence = 0; sequence < 5_000; sequence++) {
                Changes.write(feed, sequence, sequence);
            }
            feed.close();

            subscriber.awaitEnd();
            assertThat(subscriber.received).isEqualTo(5_000);
            assertThat(subscriber.problem).isNull();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void publish_directExecutor_deliversInDispatchOnly() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(subscriber);

        feed.publish(Changes.of(0, 1));
        assertThat(subscriber.sequences).isEmpty();
        feed.dispatch();

        assertThat(subscriber.sequences).containsExactly(1L);
    }

    @Test
    void dispatch_defaultExecutor_runsSubscribersElsewhere() throws Exception {
        ThreadSubscriber subscriber = new ThreadSubscriber();
        feed.subscribe(subscriber);

        for (long sequence = 1; sequence <= 1_000; sequence++) {
            Changes.write(feed, sequence, sequence);
        }
        feed.close();

        subscriber.awaitEnd();
        assertThat(subscriber.sequences).hasSize(1_000);
        assertThat(subscriber.wasOnThread(Thread.currentThread())).isFalse();
    }

    @Test
    void close_executorRefuses_endsWithThatError() throws Exception {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.with(8, FeedOverflow.FAIL_SUBSCRIBER, FeedExecutorTest::refuse).subscribe(subscriber);

        feed.close();

        subscriber.awaitEnd();
        assertThat(subscriber.errors).containsExactly(REFUSAL);
    }

    private static void refuse(Runnable task) {
        throw REFUSAL;
    }
}
