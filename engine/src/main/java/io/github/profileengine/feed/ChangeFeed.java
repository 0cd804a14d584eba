package io.github.profileengine.feed;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/**
 * Delivers changes from writers to subscribers. Any thread may call any method.
 *
 * <h2>What a subscriber sees</h2>
 *
 * A subscriber sees every change whose publishing starts after its {@code onSubscribe} was called. In the feed of an
 * engine, these are the changes of every batch that is applied after that call. Changes of one shard arrive in the
 * order of their sequence, so the changes of one profile arrive in their order. Changes of different shards interleave
 * freely.
 *
 * <p>An engine publishes the changes of a batch shard by shard, and which shard an id belongs to is another in each
 * run. So the changes of several profiles come in another order in each run, and if a buffer is full, others are
 * dropped. A program whose next step depends on that order, for example because it draws a random number for each
 * change, goes another way in each run. An engine with one shard that one thread writes has a fixed order: the changes
 * of a batch in the order of its list, those of {@code clear} and {@code restore} in the order of their ids.
 *
 * <p>The methods of a subscriber are called one at a time, each after all effects of the previous call.
 * {@code onSubscribe} runs inside {@link #subscribe}, all other methods run on the executor. There a subscriber may
 * block, at the price of that thread and of its buffer filling up. It may call anything, including the engine that
 * feeds it. A subscriber that throws is cancelled; what it threw goes to the uncaught exception handler of its thread.
 *
 * <h2>What a writer pays</h2>
 *
 * Without subscribers, a writer pays one volatile read, {@link #hasSubscribers}. Otherwise it puts each change into the
 * bounded buffer of each subscriber. It holds a lock of that buffer for a few instructions, and never while code of a
 * subscriber or executor runs. If a buffer is full, the writer does not wait: {@link FeedOverflow} decides what
 * happens. An engine wakes subscribers when a batch, {@code clear} or {@code restore} is over, so a buffer must hold
 * all changes of the largest of them.
 *
 * <h2>Executors</h2>
 *
 * If an executor refuses to run a delivery, the subscription ends. Its buffer is dropped, and the subscriber's
 * {@code onError} gets what the executor threw. That call runs on a thread of the {@linkplain #ChangeFeed() default
 * executor}, never on the writer's thread. If an executor accepts a delivery and silently loses it, the subscriber
 * waits forever. An executor that runs a delivery at once, as {@code Runnable::run} does, runs the subscriber inside
 * {@link #dispatch}, {@link #close}, {@code request} or {@link #subscribe}. An executor that blocks also blocks these
 * methods.
 */
public final class ChangeFeed implements Flow.Publisher<ProfileChange>, AutoCloseable {
    /** How many changes a subscriber's buffer holds by default. */
    public static final int DEFAULT_CAPACITY = 1_024;

    private static final FeedSubscription[] NONE = {};

    // Copy-on-write: replaced under the lock, never written, so whoever has read it iterates without a lock.
    private volatile FeedSubscription[] subscriptions = NONE;
    private final Object lock = new Object();
    private boolean closed;
    private final LongAdder dropped = new LongAdder();
    private final FeedView defaults;
    // Dropped on close, with all that it refers to: a subscriber may keep the subscription for ever.
    private volatile Runnable settling;

    /**
     * A feed with buffers of {@value #DEFAULT_CAPACITY} changes and {@link FeedOverflow#FAIL_SUBSCRIBER}. It delivers
     * on {@code ForkJoinPool.commonPool()}, or on a new thread for each delivery if that pool is configured without
     * threads.
     */
    public ChangeFeed() {
        this(ChangeFeed::settled);
    }

    /**
     * As {@link #ChangeFeed()}, for writers that call {@link #hasSubscribers} before they write.
     *
     * @param settling waits until every writer that has called it so far is done; runs for each new subscription, on
     *     the thread that subscribes
     */
    public ChangeFeed(Runnable settling) {
        this(DEFAULT_CAPACITY, FeedOverflow.FAIL_SUBSCRIBER, DefaultExecutor.INSTANCE, settling);
    }

    /**
     * A feed with other settings for direct subscribers.
     *
     * @param capacity how many changes each subscriber's buffer holds, at least 1, else
     *     {@code IllegalArgumentException}; a buffer takes memory as it fills
     * @param executor where subscribers run; it never runs two deliveries for one subscription at a time
     */
    public ChangeFeed(int capacity, FeedOverflow overflow, Executor executor) {
        this(capacity, overflow, executor, ChangeFeed::settled);
    }

    private ChangeFeed(int capacity, FeedOverflow overflow, Executor executor, Runnable settling) {
        this.settling = settling;
        defaults = with(capacity, overflow, executor);
    }

    /**
     * A view of this feed with the feed's own settings. Callers can subscribe to it, but not publish or close the feed.
     */
    public FeedView defaults() {
        return defaults;
    }

    /** A view of this feed with other settings; see {@link #ChangeFeed(int, FeedOverflow, Executor)}. */
    public FeedView with(int capacity, FeedOverflow overflow, Executor executor) {
        return new FeedView(this, capacity, overflow, executor);
    }

    /**
     * Starts a subscription, by the rules of Reactive Streams. A closed feed calls {@code onSubscribe}, then
     * {@code onComplete}. A request for less than one change ends the subscription at once: {@code onError} gets an
     * {@code IllegalArgumentException}, and the changes in the buffer are dropped.
     */
    @Override
    public void subscribe(Flow.Subscriber<? super ProfileChange> subscriber) {
        defaults.subscribe(subscriber);
    }

    void subscribe(Flow.Subscriber<? super ProfileChange> subscriber, FeedView view) {
        Objects.requireNonNull(subscriber, "subscriber");
        FeedSubscription subscription = new FeedSubscription(this, view, subscriber);
        if (!add(subscription)) {
            subscription.complete();
        }
        try {
            // Whoever subscribes and then reads the state must miss no change: each is either in that state or
            // delivered.
            settling.run();
        } catch (RuntimeException | Error unsettled) {
            // Nobody else has the subscription and could cancel it.
            subscription.cancel();
            throw unsettled;
        }
        subscription.start(subscriber);
    }

    /** Whether any subscriber would get a change that is published now; one volatile read. */
    public boolean hasSubscribers() {
        return subscriptions.length > 0;
    }

    /**
     * Puts a change into the buffers. Runs no code of subscribers or executors. Writers must call it for the changes of
     * one shard one at a time, in the order of their sequence, and call {@link #dispatch} afterwards.
     */
    public void publish(ProfileChange change) {
        for (FeedSubscription subscription : subscriptions) {
            subscription.offer(change);
        }
    }

    /**
     * Ends all subscriptions, because a writer could not publish a change. They take no more changes, and each ends
     * with {@code onError} once its buffer is empty. The writer must call {@link #dispatch} afterwards, as after
     * {@link #publish}.
     */
    public void fail(Throwable reason) {
        for (FeedSubscription subscription : subscriptions) {
            subscription.end(reason);
        }
    }

    /**
     * Starts the delivery of what the calling thread has published, as far as subscribers have requested it. Writers
     * must hold no lock when they call it, because it calls the executor. Throws nothing.
     */
    public void dispatch() {
        for (FeedSubscription subscription : subscriptions) {
            // Read before the wake-up: only if it was closed by then is it certain that nobody has to wake it again.
            boolean open = subscription.isOpen();
            subscription.wake();
            if (!open) {
                remove(subscription);
            }
        }
    }

    /**
     * How many changes were dropped, for all subscribers so far; only {@link FeedOverflow#DROP_NEWEST} drops changes.
     */
    public long dropped() {
        return dropped.sum();
    }

    /**
     * Ends the feed. Subscribers still get the changes in their buffers as they request them, then {@code onComplete}.
     * Changes that are published later reach no subscriber.
     */
    @Override
    public void close() {
        FeedSubscription[] last;
        synchronized (lock) {
            closed = true;
            last = subscriptions;
            subscriptions = NONE;
            settling = ChangeFeed::settled;
        }
        for (FeedSubscription subscription : last) {
            subscription.complete();
            subscription.wake();
        }
    }

    // For writers who never ask hasSubscribers, and for a closed feed.
    private static void settled() {}

    void countDrop() {
        dropped.increment();
    }

    private boolean add(FeedSubscription added) {
        synchronized (lock) {
            if (!closed) {
                FeedSubscription[] after = Arrays.copyOf(subscriptions, subscriptions.length + 1);
                after[after.length - 1] = added;
                subscriptions = after;
            }
            return !closed;
        }
    }

    /** Removes one that takes no more changes; if there is no memory for that, a later {@link #dispatch} does. */
    void remove(FeedSubscription removed) {
        synchronized (lock) {
            try {
                subscriptions = without(removed);
            } catch (OutOfMemoryError later) {
                // It is not open, and nothing depends on when it is removed.
            }
        }
    }

    private FeedSubscription[] without(FeedSubscription removed) {
        int at = Arrays.asList(subscriptions).indexOf(removed);
        if (at < 0) {
            return subscriptions;
        }
        FeedSubscription[] after = Arrays.copyOf(subscriptions, subscriptions.length - 1);
        System.arraycopy(subscriptions, at + 1, after, at, after.length - at);
        return after;
    }
}
