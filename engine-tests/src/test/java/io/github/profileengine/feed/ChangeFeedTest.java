package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
    private final StepExecutor executor = new StepExecutor();
    private final ChangeFeed feed = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, executor);

    @Test
    void hasSubscribers_beforeDuringAndAfter_followsTheSubscription() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);

        assertThat(feed.hasSubscribers()).isFalse();
        feed.subscribe(subscriber);
        assertThat(feed.hasSubscribers()).isTrue();
        subscriber.subscription.cancel();
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void publish_beforeDispatch_callsNeitherExecutorNorSubscriber() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);

        feed.publish(Changes.of(0, 1));

        assertThat(executor.waiting()).isZero();
        assertThat(subscriber.sequences).isEmpty();
    }

    @Test
    void dispatch_manyChanges_schedulesOneDelivery() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);

        Changes.write(feed, 1, 2);
        Changes.write(feed, 3, 4);

        assertThat(executor.waiting()).isEqualTo(1);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void dispatch_nothingAskedFor_schedulesNothing() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);

        Changes.write(feed, 1, 3);

        assertThat(executor.waiting()).isZero();
    }

    @Test
    void request_lessThanBuffered_deliversThatMany() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 5);

        subscriber.subscription.request(2);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L);

        subscriber.subscription.request(1);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
    }

    @Test
    void request_beyondTheGreatestNumber_asksForAll() {
        RecordingSubscriber subscriber = new RecordingSubscriber(Long.MAX_VALUE - 1);
        feed.subscribe(subscriber);

        subscriber.subscription.request(Long.MAX_VALUE);
        Changes.write(feed, 1, 3);
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
        assertThat(subscriber.ends).isEmpty();
    }

    @Test
    void request_zero_endsAtOnceWithError() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 3);

        subscriber.subscription.request(0);
        subscriber.subscription.request(5);
        executor.runAll();

        assertThat(subscriber.sequences).isEmpty();
        assertThat(subscriber.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        assertThat(subscriber.errors.get(0)).hasMessage("request(0): must be at least 1 (Reactive Streams rule 3.9)");
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void request_negativeWhileFailed_endsWithThatError() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 9);

        subscriber.subscription.request(-1);
        executor.runAll();

        assertThat(subscriber.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void request_afterTheEnd_doesNothing() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        feed.close();
        executor.runAll();

        subscriber.subscription.request(1);
        subscriber.subscription.request(0);
        subscriber.subscription.cancel();
        executor.runAll();

        assertThat(subscriber.ends).containsExactly("complete");
    }

    @Test
    void cancel_repeated_silencesAndEmptiesTheSubscription() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 3);

        subscriber.subscription.cancel();
        subscriber.subscription.cancel();
        executor.runAll();
        feed.close();
        executor.runAll();

        assertThat(subscriber.sequences).isEmpty();
        assertThat(subscriber.ends).isEmpty();
    }

    @Test
    void cancel_fromOnNext_isTheLastCall() {
        RecordingSubscriber subscriber = new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onNext(ProfileChange change) {
                super.onNext(change);
                subscription.cancel();
            }
        };
        feed.subscribe(subscriber);

        Changes.write(feed, 1, 3);
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(1L);
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void cancel_subscriptionKept_letsGoOfSubscriberAndChanges() throws Exception {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        SubscriptionOnly holder = new SubscriptionOnly();
        ProfileChange change = Changes.of(0, 1);
        WeakReference<Object> changeReference = new WeakReference<>(change, collected);
        WeakReference<Object> subscriberReference = subscribeThrough(holder, collected);
        feed.publish(change);
        change = null;

        holder.subscription.cancel();

        System.gc();
        long patienceMillis = TimeUnit.SECONDS.toMillis(Latches.PATIENCE_SECONDS);
        assertThat(collected.remove(patienceMillis)).isIn(changeReference, subscriberReference);
        assertThat(collected.remove(patienceMillis)).isIn(changeReference, subscriberReference);
        assertThat(holder.subscription).isNotNull();
        assertThat(feed.hasSubscribers()).isFalse();
    }

    private WeakReference<Object> subscribeThrough(SubscriptionOnly holder, ReferenceQueue<Object> collected) {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        holder.subscription = subscriber.subscription;
        return new WeakReference<>(subscriber, collected);
    }

    @Test
    void subscribe_null_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> feed.subscribe(null));
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void subscribe_later_seesLaterChangesOnly() {
        Changes.write(feed, 1, 3);
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);

        Changes.write(feed, 4, 5);
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(4L, 5L);
    }

    @Test
    void subscribe_severalSubscribers_eachAtItsOwnPace() {
        RecordingSubscriber fast = RecordingSubscriber.greedy();
        RecordingSubscriber slow = new RecordingSubscriber(1);
        feed.subscribe(fast);
        feed.subscribe(slow);

        Changes.write(feed, 1, 3);
        executor.runAll();

        assertThat(fast.sequences).containsExactly(1L, 2L, 3L);
        assertThat(slow.sequences).containsExactly(1L);
    }

    @Test
    void onSubscribe_writesMeanwhile_areDeliveredWhenItHasReturned() {
        ChangeFeed direct = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run);
        List<String> calls = new ArrayList<>();
        direct.subscribe(new RecordingSubscriber(Long.MAX_VALUE) {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                Changes.write(direct, 1, 2);
                calls.add("onSubscribe");
            }

            @Override
            public void onNext(ProfileChange change) {
                calls.add("onNext " + change.sequence());
            }
        });

        assertThat(calls).containsExactly("onSubscribe", "onNext 1", "onNext 2");
    }

    @Test
    void with_unusableSettings_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.with(0, FeedOverflow.DROP_NEWEST, executor))
                .withMessageContaining("0");
        assertThatNullPointerException().isThrownBy(() -> feed.with(1, null, executor));
        assertThatNullPointerException().isThrownBy(() -> feed.with(1, FeedOverflow.DROP_NEWEST, null));
        assertThat(feed.with(5, FeedOverflow.DROP_NEWEST, executor).capacity()).isEqualTo(5);
        assertThat(feed.with(5, FeedOverflow.DROP_NEWEST, executor).overflow()).isEqualTo(FeedOverflow.DROP_NEWEST);
    }

    /** What a program may keep of a subscription it is done with. */
    private static final class SubscriptionOnly {
        private Flow.Subscription subscription;
    }

    @Test
    void subscribe_settlingFails_leavesNoSubscription() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        ChangeFeed unsettled = new ChangeFeed(() -> {
            throw new StackOverflowError("as it may happen anywhere");
        });

        assertThatThrownBy(() -> unsettled.subscribe(subscriber)).isInstanceOf(StackOverflowError.class);
        assertThat(unsettled.hasSubscribers()).isFalse();
        assertThat(subscriber.subscription).isNull();
    }
}
