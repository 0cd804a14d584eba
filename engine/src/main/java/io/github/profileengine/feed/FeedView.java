package io.github.profileengine.feed;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/** A view of a feed with its own settings, which apply to all who subscribe to it. Any thread may call any method. */
public final class FeedView implements Flow.Publisher<ProfileChange> {
    private final ChangeFeed feed;
    private final int capacity;
    private final FeedOverflow overflow;
    private final Executor executor;
    private final LongAdder dropped = new LongAdder();

    FeedView(ChangeFeed feed, int capacity, FeedOverflow overflow, Executor executor) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a buffer of " + capacity + " changes holds nothing");
        }
        this.feed = feed;
        this.capacity = capacity;
        this.overflow = Objects.requireNonNull(overflow, "overflow");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /** As {@link ChangeFeed#subscribe}, with the settings of this view. */
    @Override
    public void subscribe(Flow.Subscriber<? super ProfileChange> subscriber) {
        feed.subscribe(subscriber, this);
    }

    /** How many changes each subscriber's buffer holds. */
    public int capacity() {
        return capacity;
    }

    public FeedOverflow overflow() {
        return overflow;
    }

    /** How many changes were dropped, for all subscribers here so far; {@link FeedOverflow#DROP_NEWEST} only. */
    public long dropped() {
        return dropped.sum();
    }

    Executor executor() {
        return executor;
    }

    void countDrop() {
        dropped.increment();
        feed.countDrop();
    }
}
