package io.github.profileengine.feed;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hands changes from writers to subscribers. Any thread may call any method.
 *
 * <h2>What a subscriber sees</h2>
 *
 * Every change whose publishing starts after its {@code onSubscribe} was called; of an engine's feed, every change by a
 * batch that is applied after that. Changes of one shard come in the order of their sequence, so the changes of one
 * profile come in their order; shards interleave freely. Its methods are called one at a time, each after all effects
 * of the one before. {@code onSubscribe} runs inside {@link #subscribe}, everything else on the executor. A subscriber
 * may block there, at the price of that thread and of its buffer filling up, and may call anything, the engine that
 * feeds it included. A subscriber that throws is cancelled; what it threw goes to the uncaught exception handler of its
 * thread.
 *
 * <h2>What a writer pays</h2>
 *
 * Without subscribers one volatile read, {@link #hasSubscribers}. Otherwise it puts each change into the bounded buffer
 * of each subscriber, under a lock of that buffer which is held for a few instructions and never while code of a
 * subscriber or executor runs; a full buffer is dealt with by {@link FeedOverflow}, not by waiting. An engine wakes
 * subscribers once a batch, {@code clear} or {@code restore} is over, so a buffer must hold all that the largest of
 * them changes.
 *
 * <h2>Executors</h2>
 *
 * An executor that refuses to run a delivery ends the subscription: its buffer is dropped and the subscriber's
 * {@code onError} gets what the executor threw, on a thread of the {@linkplain #ChangeFeed() default executor}, never
 * on the writer's. An executor that takes a delivery and silently loses it leaves the subscriber waiting. One that runs
 * it at once, as {@code Runnable::run} does, runs the subscriber inside {@link #dispatch}, {@link #close},
 * {@code request} or {@link #subscribe}; one that blocks blocks these.
 */
public final class ChangeFeed implements Flow.Publisher<ProfileChange>, AutoCloseable {
    /** How many changes a subscriber's buffer holds unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 1_024;

    private static final FeedSubscription[] NONE = {};

    // Replaced under the lock, never written: whoever has read it goes through it without one.
    private volatile FeedSubscription[] subscriptions = NONE;
    private final Object lock = new Object();
    private boolean closed;
    private final LongAdder dropped = new LongAdder();
    private final FeedView defaults;
    // Let go of at the end, with all that it leads to: who was subscribed may keep the subscription for ever.
    private volatile Runnable settling;

    /**
     * A feed with buffers of {@value #DEFAULT_CAPACITY} changes and {@link FeedOverflow#FAIL_SUBSCRIBER}, delivering on
     * {@code ForkJoinPool.commonPool()}, or on a thread for each delivery if that pool was set up without threads.
     */
    public ChangeFeed() {
        this(ChangeFeed::settled);
    }

    /**
     * As {@link #ChangeFeed()}, of writers who ask {@link #hasSubscribers} before they write.
     *
     * @param settling waits until every writer who has asked by then is done; called for each new subscription, on the
     *     subscriber's thread
     */
    public ChangeFeed(Runnable settling) {
        this(DEFAULT_CAPACITY, FeedOverflow.FAIL_SUBSCRIBER, DefaultExecutor.INSTANCE, settling);
    }

    /**
     * A feed with other settings for those who subscribe to it directly.
     *
     * @param capacity how many changes each subscriber's buffer holds, at least 1, else
     *     {@code IllegalArgumentException}; memory is taken as it fills
     * @param executor where subscribers run; it never runs two deliveries for one subscription at a time
     */
    public ChangeFeed(int capacity, FeedOverflow overflow, Executor executor) {
        this(capacity, overflow, executor, ChangeFeed::settled);
    }

    private ChangeFeed(int capacity, FeedOverflow overflow, Executor executor, Runnable settling) {
        this.settling = settling;
        defaults = with(capacity, overflow, executor);
    }

    /** The view of those who subscribe with the feed's own settings: it can be subscribed to and nothing else. */
    public FeedView defaults() {
        return defaults;
    }

    /** This feed for subscribers who want other settings; see {@link #ChangeFeed(int, FeedOverflow, Executor)}. */
    public FeedView with(int capacity, FeedOverflow overflow, Executor executor) {
        return new FeedView(this, capacity, overflow, executor);
    }

    /**
     * Starts a subscription, by the rules of Reactive Streams. A closed feed answers {@code onSubscribe}, then
     * {@code onComplete}. Asking for less than one change ends the subscription at once with {@code onError} and
     * {@code IllegalArgumentException}; what is in its buffer is dropped.
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
            // Who subscribes and then looks at what is there must miss nothing: neither see it nor be told.
            settling.run();
        } catch (RuntimeException | Error unsettled) {
            // Nobody else knows of it, to cancel it.
            subscription.cancel();
            throw unsettled;
        }
        subscription.start(subscriber);
    }

    /** Whether anybody would get a change that is published now; one volatile read. */
    public boolean hasSubscribers() {
        return subscriptions.length > 0;
    }

    /**
     * Puts a change into the buffers. Runs no code of subscribers or executors. For writers, who call it for the
     * changes of one shard one at a time, in the order of their sequence, and call {@link #dispatch} afterwards.
     */
    public void publish(ProfileChange change) {
        for (FeedSubscription subscription : subscriptions) {
            subscription.offer(change);
        }
    }

    /**
     * For writers who cannot publish all that they should: no subscription takes any more, and each ends with
     * {@code onError} once its buffer is empty. As after {@link #publish}, {@link #dispatch} is to be called.
     */
    public void fail(Throwable reason) {
        for (FeedSubscription subscription : subscriptions) {
            subscription.end(reason);
        }
    }

    /**
     * Sees to it that what the calling thread has published is delivered, as far as subscribers asked for it. For
     * writers, who hold no lock when they call it, since the executor is called here. Throws nothing.
     */
    public void dispatch() {
        for (FeedSubscription subscription : subscriptions) {
            // Asked first: only of what was closed before it was woken is it sure that nobody need wake it again.
            boolean open = subscription.isOpen();
            subscription.wake();
            if (!open) {
                remove(subscription);
            }
        }
    }

    /** How many changes were left out, over all subscribers there ever were; {@link FeedOverflow#DROP_NEWEST} only. */
    public long dropped() {
        return dropped.sum();
    }

    /**
     * Ends the feed: what is in the buffers is still delivered as subscribers ask for it, then {@code onComplete}. What
     * is published later reaches nobody.
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

    // Of writers who ask nobody, and of those who are gone.
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

    /** Forgets one that takes no more changes; without memory for that later, when something is dispatched. */
    void remove(FeedSubscription removed) {
        synchronized (lock) {
            try {
                subscriptions = without(removed);
            } catch (OutOfMemoryError later) {
                // It is not open, and nothing depends on when it goes.
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
