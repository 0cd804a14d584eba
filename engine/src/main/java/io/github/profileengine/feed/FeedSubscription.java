package io.github.profileengine.feed;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's place in the feed.
 *
 * <h2>Guarantees</h2>
 *
 * Everything but {@code open} is read and written under the lock, and no foreign code runs under it. A delivery is
 * scheduled when there is something to deliver and none is scheduled or busy. It becomes busy only from scheduled, so
 * at most one is busy, however often the executor runs the task. Finding nothing to deliver and becoming idle is one
 * step under the lock, so no wake-up is lost. A subscription without a subscriber is over.
 */
final class FeedSubscription implements Flow.Subscription {
    private enum Activity {
        IDLE,
        SCHEDULED,
        BUSY
    }

    private final ChangeFeed feed;
    private final FeedView view;
    private final ChangeBuffer buffer;
    private final Runnable delivery = this::deliver;
    // Not the monitor of this instance, which the subscriber could hold.
    private final Object lock = new Object();
    private Flow.@Nullable Subscriber<? super ProfileChange> subscriber;
    private @Nullable Throwable failure;
    // Nothing else may be delivered before onSubscribe has returned.
    private Activity activity = Activity.BUSY;
    private volatile boolean open = true;
    // What is published before is not delivered: the subscriber finds it in the state.
    private boolean started;

    FeedSubscription(ChangeFeed feed, FeedView view, Flow.Subscriber<? super ProfileChange> subscriber) {
        this.feed = feed;
        this.view = view;
        this.buffer = new ChangeBuffer(view.capacity());
        this.subscriber = subscriber;
    }

    /** Calls {@code onSubscribe}, then delivers what there is. */
    void start(Flow.Subscriber<? super ProfileChange> first) {
        synchronized (lock) {
            started = true;
        }
        try {
            first.onSubscribe(this);
        } catch (Throwable thrown) {
            cancel();
            report(thrown);
        }
        synchronized (lock) {
            activity = Activity.IDLE;
        }
        wake();
    }

    /** Whether it takes changes; once false, this stays false. */
    boolean isOpen() {
        return open;
    }

    void offer(ProfileChange change) {
        synchronized (lock) {
            if (!open || !started) {
                return;
            }
            if (!buffer.isFull()) {
                buffer.put(change);
            } else if (view.overflow() == FeedOverflow.DROP_NEWEST) {
                view.countDrop();
            } else {
                failure = new FeedOverflowException(view.capacity(), change.shard(), change.sequence());
                open = false;
            }
        }
    }

    /** Takes no more changes, and ends when the buffer is empty. */
    void complete() {
        synchronized (lock) {
            open = false;
        }
    }

    /** Takes no more changes, and ends with an error when the buffer is empty. */
    void end(Throwable reason) {
        synchronized (lock) {
            if (open) {
                failure = reason;
                open = false;
            }
        }
    }

    /** Schedules a delivery if there is something to deliver and none is scheduled or busy. */
    void wake() {
        synchronized (lock) {
            if (activity != Activity.IDLE || !isDeliverable()) {
                return;
            }
            activity = Activity.SCHEDULED;
        }
        try {
            view.executor().execute(delivery);
        } catch (Throwable refusal) {
            refused(refusal);
        }
    }

    private boolean isDeliverable() {
        return subscriber != null && (buffer.isEmpty() ? !open : buffer.hasDemand());
    }

    private void refused(Throwable refusal) {
        fail(refusal);
        synchronized (lock) {
            // If it is busy or idle now, the executor did run the task before it threw.
            if (activity == Activity.IDLE) {
                activity = Activity.SCHEDULED;
            }
        }
        try {
            DefaultExecutor.INSTANCE.execute(delivery);
        } catch (Throwable again) {
            // There is no thread left to report it on.
            cancel();
        }
    }

    @Override
    public void request(long changes) {
        if (changes > 0) {
            synchronized (lock) {
                buffer.request(changes);
            }
        } else {
            fail(new IllegalArgumentException(
                    "request(" + changes + "): must be at least 1 (Reactive Streams rule 3.9)"));
        }
        wake();
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            release();
        }
        feed.remove(this);
    }

    /** Ends the subscription with an error and drops its buffer. */
    private void fail(Throwable reason) {
        synchronized (lock) {
            open = false;
            failure = reason;
            buffer.clear();
        }
        feed.remove(this);
    }

    private void release() {
        open = false;
        subscriber = null;
        failure = null;
        buffer.clear();
    }

    private void deliver() {
        synchronized (lock) {
            if (activity != Activity.SCHEDULED) {
                return;
            }
            activity = Activity.BUSY;
        }
        boolean more = true;
        while (more) {
            more = deliverNext();
        }
    }

    /** Calls the subscriber once; false if there was nothing to deliver. */
    private boolean deliverNext() {
        Flow.Subscriber<? super ProfileChange> receiver;
        ProfileChange change;
        Throwable reason;
        synchronized (lock) {
            receiver = subscriber;
            if (receiver == null || !isDeliverable()) {
                activity = Activity.IDLE;
                return false;
            }
            change = buffer.take();
            reason = failure;
            if (change == null) {
                release();
            }
        }
        try {
            call(receiver, change, reason);
        } catch (Throwable thrown) {
            cancel();
            report(thrown);
        }
        return true;
    }

    private static void call(
            Flow.Subscriber<? super ProfileChange> receiver,
            @Nullable ProfileChange change,
            @Nullable Throwable reason) {
        if (change != null) {
            receiver.onNext(change);
        } else if (reason != null) {
            receiver.onError(reason);
        } else {
            receiver.onComplete();
        }
    }

    private static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (Throwable again) {
            // Ignored, as the JVM ignores what a handler throws.
        }
    }
}
