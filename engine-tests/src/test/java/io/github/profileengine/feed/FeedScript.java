package io.github.profileengine.feed;

import java.util.Random;

/** Random steps of a writer, an executor and a subscriber, on one thread. */
final class FeedScript {
    private static final int STEPS = 60;

    private final StepExecutor executor = new StepExecutor();
    private final ChangeFeed feed = new ChangeFeed();
    private final Random random;
    final FeedView view;
    final DemandSubscriber subscriber = new DemandSubscriber();
    /** How many changes were published while the feed was open; their numbers begin with 1. */
    long published;

    private boolean closed;

    FeedScript(int capacity, FeedOverflow overflow, long seed) {
        random = new Random(seed);
        view = feed.with(capacity, overflow, executor);
        view.subscribe(subscriber);
    }

    /** Plays the script, then lets the subscriber request everything that is left. */
    void play() {
        for (int step = 0; step < STEPS; step++) {
            playStep();
        }
        feed.dispatch();
        subscriber.ask(Long.MAX_VALUE);
        executor.runAll();
    }

    private void playStep() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> publish();
            case 4, 5 -> feed.dispatch();
            case 6, 7 -> subscriber.ask(1 + random.nextInt(3));
            case 8 -> executor.runAll();
            default -> closeSometimes();
        }
    }

    private void publish() {
        feed.publish(Changes.of(0, published + 1));
        if (!closed) {
            published++;
        }
    }

    private void closeSometimes() {
        if (random.nextInt(8) == 0) {
            closed = true;
            feed.close();
        }
    }

    boolean isClosed() {
        return closed;
    }
}
