package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several writers, several shards, real executors. */
class FeedConcurrencyTest {
    private static final int SHARDS = 3;
    private static final int THREADS = 4;
    private static final int CHANGES = 20_000;
    private static final int ROUNDS = 2_000;
    private static final int VISITS = 50;

    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final ChangeFeed feed = new ChangeFeed(THREADS * CHANGES, FeedOverflow.FAIL_SUBSCRIBER, pool);
    private final Writers writers = new Writers(feed, SHARDS);

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void subscribers_largeBuffers_getEveryChangeOfEachShardInOrder() throws Exception {
        List<SerialSubscriber> subscribers =
                List.of(new SerialSubscriber(), new SerialSubscriber(), new SerialSubscriber());
        subscribers.forEach(feed::subscribe);

        writers.write(THREADS, CHANGES);
        feed.close();

        for (SerialSubscriber subscriber : subscribers) {
            subscriber.awaitEnd();
            assertThat(subscriber.problem).isNull();
            assertThat(subscriber.ends).containsExactly("complete");
            assertThat(subscriber.received).isEqualTo(THREADS * CHANGES);
            assertThat(subscriber.widestStep).isEqualTo(1);
        }
    }

    @Test
    void dropNewest_smallBuffer_receivedAndDroppedAreAll() throws Exception {
        FeedView narrow = feed.with(2, FeedOverflow.DROP_NEWEST, pool);
        SerialSubscriber subscriber = new SerialSubscriber();
        narrow.subscribe(subscriber);

        writers.write(THREADS, CHANGES);
        feed.close();

        subscriber.awaitEnd();
        assertThat(subscriber.problem).isNull();
        assertThat(subscriber.received + narrow.dropped()).isEqualTo(THREADS * CHANGES);
    }

    @Test
    void failSubscriber_smallBuffer_alwaysEndsAndNamesTheNextChange() throws Exception {
        // Many short rounds: a lost wake-up would show as an end that never comes.
        for (int round = 0; round < ROUNDS; round++) {
            ChangeFeed brief = new ChangeFeed(1, FeedOverflow.FAIL_SUBSCRIBER, pool);
            SerialSubscriber subscriber = new SerialSubscriber();
            brief.subscribe(subscriber);
            Writers few = new Writers(brief, 2);
            few.write(2, 20);
            brief.close();

            subscriber.awaitEnd();
            assertThat(subscriber.problem).isNull();
            assertThat(subscriber.widestStep).isEqualTo(1);
            if (subscriber.overflow instanceof FeedOverflowException overflow) {
                assertThat(overflow.sequence()).isEqualTo(subscriber.last(overflow.shard()) + 1);
            } else {
                assertThat(subscriber.received).isEqualTo(40);
            }
        }
    }

    @Test
    void subscribers_comingAndGoing_missNothingWhileTheyAreThere() throws Exception {
        // Room for any number of changes.
        FeedView view = feed.with(1 << 30, FeedOverflow.FAIL_SUBSCRIBER, pool);
        SerialSubscriber witness = new SerialSubscriber();
        view.subscribe(witness);
        ExecutorService visitors = Executors.newFixedThreadPool(2);
        try {
            Future<List<SerialSubscriber>> leaving = visitors.submit(() -> visit(view, true));
            Future<List<SerialSubscriber>> staying = visitors.submit(() -> visit(view, false));
            // Writes until the last visit is over, so that every visit happens while changes are written.
            while (!leaving.isDone() || !staying.isDone()) {
                writers.write(THREADS, 1_000);
            }
            feed.close();

            for (SerialSubscriber subscriber : staying.get()) {
                subscriber.awaitEnd();
                assertThat(subscriber.problem).isNull();
                assertThat(subscriber.widestStep).isEqualTo(1);
                assertThat(subscriber.received).isPositive();
            }
            witness.awaitEnd();
            assertThat(witness.problem).isNull();
            assertThat(witness.received).isEqualTo((int) writers.written());
            assertThat(leaving.get()).allMatch(subscriber -> subscriber.ends.isEmpty());
        } finally {
            visitors.shutdownNow();
        }
    }

    private List<SerialSubscriber> visit(FeedView view, boolean cancels) throws InterruptedException {
        List<SerialSubscriber> visits = new ArrayList<>();
        while (visits.size() < VISITS) {
            SerialSubscriber subscriber = new SerialSubscriber();
            view.subscribe(subscriber);
            visits.add(subscriber);
            awaitChange();
            if (cancels) {
                // By then, some subscribers that stay have come after it.
                awaitChange();
                subscriber.subscription.cancel();
            }
        }
        return visits;
    }

    // Waits for a change whose publishing begins after this call. Up to one change for each thread may have begun
    // before.
    private void awaitChange() throws InterruptedException {
        long last = writers.written() + THREADS;
        while (writers.written() <= last) {
            if (Thread.interrupted()) {
                throw new InterruptedException("nobody writes any more");
            }
            Thread.yield();
        }
    }
}
