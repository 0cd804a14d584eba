package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscribers that throw, and those that call back while they are called. */
class FeedSubscriberTest {
    private static final int MANY = 10_000;

    private final StepExecutor executor = new StepExecutor();
    private final ChangeFeed feed = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, executor);
    private final List<Throwable> reported = new ArrayList<>();

    @BeforeEach
    void catchReports() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> reported.add(problem));
    }

    @AfterEach
    void leaveReports() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }

    @Test
    void onNext_throws_cancelsThatSubscriptionAndReports() {
        RuntimeException problem = new IllegalStateException("cannot");
        RecordingSubscriber broken = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                super.onNext(change);
                throw problem;
            }
        };
        RecordingSubscriber sound = RecordingSubscriber.greedy();
        feed.subscribe(broken);
        feed.subscribe(sound);

        Changes.write(feed, 1, 3);
        executor.runAll();
        Changes.write(feed, 4, 4);
        feed.close();
        executor.runAll();

        assertThat(broken.sequences).containsExactly(1L);
        assertThat(broken.ends).isEmpty();
        assertThat(sound.sequences).containsExactly(1L, 2L, 3L, 4L);
        assertThat(reported).containsExactly(problem);
    }

    @Test
    void onNext_throwsError_leavesTheFeedAsAfterCancel() {
        RecordingSubscriber broken = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                throw new AssertionError("cannot");
            }
        };
        feed.subscribe(broken);

        Changes.write(feed, 1, 3);
        executor.runAll();

        assertThat(feed.hasSubscribers()).isFalse();
        assertThat(reported).hasSize(1);
    }

    @Test
    void onSubscribe_throws_cancelsAndReports() {
        RecordingSubscriber broken = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                throw new IllegalStateException("cannot");
            }
        };

        feed.subscribe(broken);
        Changes.write(feed, 1, 1);
        executor.runAll();

        assertThat(broken.sequences).isEmpty();
        assertThat(feed.hasSubscribers()).isFalse();
        assertThat(reported).hasSize(1);
    }

    @Test
    void onComplete_throws_isReportedOnly() {
        RecordingSubscriber broken = new RecordingSubscriber(0) {
            @Override
            public void onComplete() {
                super.onComplete();
                throw new IllegalStateException("cannot");
            }
        };
        feed.subscribe(broken);

        feed.close();
        executor.runAll();

        assertThat(broken.ends).containsExactly("complete");
        assertThat(reported).hasSize(1);
    }

    @Test
    void report_handlerThrows_reachesNeitherExecutorNorCaller() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> {
            reported.add(problem);
            throw new IllegalStateException("cannot even report");
        });
        feed.subscribe(new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                throw new IllegalStateException("cannot subscribe");
            }
        });
        feed.subscribe(new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                throw new IllegalStateException("cannot take it");
            }
        });

        Changes.write(feed, 1, 1);
        executor.runAll();

        assertThat(reported).hasSize(2);
    }

    @Test
    void request_fromOnNextOneByOne_doesNotDeepenTheStack() {
        ChangeFeed direct = new ChangeFeed(MANY, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run);
        List<Long> depths = new ArrayList<>();
        RecordingSubscriber subscriber = new RecordingSubscriber(0) {
            @Override
            public void onNext(ProfileChange change) {
                depths.add(StackWalker.getInstance().walk(frames -> frames.count()));
                subscription.request(1);
            }
        };
        direct.subscribe(subscriber);
        Changes.write(direct, 1, MANY);

        subscriber.subscription.request(1);

        assertThat(depths).hasSize(MANY);
        assertThat(depths.stream().distinct()).hasSize(1);
    }

    @Test
    void publish_fromOnNext_isDeliveredAfterIt() {
        ChangeFeed direct = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run);
        List<String> calls = new ArrayList<>();
        RecordingSubscriber subscriber = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                calls.add("begin " + change.sequence());
                if (change.sequence() < 3) {
                    Changes.write(direct, change.sequence() + 1, change.sequence() + 1);
                }
                calls.add("end " + change.sequence());
            }
        };
        direct.subscribe(subscriber);

        Changes.write(direct, 1, 1);

        assertThat(calls).containsExactly("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3");
    }

    @Test
    void close_fromOnNext_completesAfterWhatIsBuffered() {
        ChangeFeed direct = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run);
        List<String> calls = new ArrayList<>();
        direct.subscribe(new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                direct.close();
                calls.add("onNext " + change.sequence());
            }

            @Override
            public void onComplete() {
                calls.add("onComplete");
            }
        });

        Changes.write(direct, 1, 2);

        assertThat(calls).containsExactly("onNext 1", "onNext 2", "onComplete");
    }

    @Test
    void subscribe_fromOnNext_seesTheNextChange() {
        RecordingSubscriber late = RecordingSubscriber.greedy();
        RecordingSubscriber first = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                if (change.sequence() == 1) {
                    feed.subscribe(late);
                }
            }
        };
        feed.subscribe(first);

        Changes.write(feed, 1, 1);
        executor.runAll();
        Changes.write(feed, 2, 2);
        executor.runAll();

        assertThat(late.sequences).containsExactly(2L);
    }
}
