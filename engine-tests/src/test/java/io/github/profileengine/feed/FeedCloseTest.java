package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedCloseTest {
    private final StepExecutor executor = new StepExecutor();
    private final ChangeFeed feed = new ChangeFeed(8, FeedOverflow.FAIL_SUBSCRIBER, executor);

    @Test
    void close_nothingBuffered_completesWithoutDemand() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);

        feed.close();
        executor.runAll();

        assertThat(subscriber.ends).containsExactly("complete");
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void close_changesBuffered_deliversThemAsAskedForThenCompletes() {
        RecordingSubscriber subscriber = new RecordingSubscriber(1);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 3);

        feed.close();
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L);
        assertThat(subscriber.ends).isEmpty();

        subscriber.subscription.request(2);
        executor.runAll();
        assertThat(subscriber.sequences).containsExactly(1L, 2L, 3L);
        assertThat(subscriber.ends).containsExactly("complete");
    }

    @Test
    void close_publishedButNotDispatched_isDelivered() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);
        feed.publish(Changes.of(0, 1));

        feed.close();
        feed.dispatch();
        executor.runAll();

        assertThat(subscriber.sequences).containsExactly(1L);
        assertThat(subscriber.ends).containsExactly("complete");
    }

    @Test
    void close_subscriptionAlreadyFailed_stillEndsWithItsError() {
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        feed.subscribe(subscriber);
        Changes.write(feed, 1, 9);

        feed.close();
        subscriber.subscription.request(8);
        executor.runAll();

        assertThat(subscriber.sequences).hasSize(8);
        assertThat(subscriber.ends).containsExactly("error");
    }

    @Test
    void close_again_changesNothing() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);

        feed.close();
        feed.close();
        executor.runAll();
        feed.close();
        executor.runAll();

        assertThat(subscriber.ends).containsExactly("complete");
    }

    @Test
    void subscribe_closedFeed_completesWithoutDemand() {
        feed.close();
        RecordingSubscriber subscriber = new RecordingSubscriber(0);
        RecordingSubscriber elsewhere = new RecordingSubscriber(0);

        feed.subscribe(subscriber);
        feed.with(1, FeedOverflow.DROP_NEWEST, executor).subscribe(elsewhere);
        executor.runAll();

        assertThat(subscriber.subscription).isNotNull();
        assertThat(subscriber.ends).containsExactly("complete");
        assertThat(elsewhere.ends).containsExactly("complete");
        assertThat(feed.hasSubscribers()).isFalse();
    }

    @Test
    void publish_closedFeed_reachesNobody() {
        RecordingSubscriber subscriber = RecordingSubscriber.greedy();
        feed.subscribe(subscriber);
        feed.close();

        Changes.write(feed, 1, 3);
        executor.runAll();

        assertThat(subscriber.sequences).isEmpty();
        assertThat(subscriber.ends).containsExactly("complete");
    }
}
