package io.github.profileengine.testdouble;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.store.ProfileEngine;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Raises a signal for every change of an engine while somebody waits. At other times it costs the engine nothing. */
final class ChangeWatch implements Flow.Subscriber<ProfileChange>, AutoCloseable {
    private static final int LATEST = 16;

    private final ChangeSignal signal;
    private volatile Flow.@Nullable Subscription subscription;

    private ChangeWatch(ChangeSignal signal) {
        this.signal = signal;
    }

    static ChangeWatch of(ProfileEngine engine, ChangeSignal signal) {
        ChangeWatch watch = new ChangeWatch(signal);
        // Changes may be dropped: it does not matter what changed, only that something did.
        engine.changes(LATEST, FeedOverflow.DROP_NEWEST, Runnable::run).subscribe(watch);
        return watch;
    }

    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        return signal.await(condition, atMost);
    }

    @Override
    public void onSubscribe(Flow.Subscription its) {
        subscription = its;
        its.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ProfileChange change) {
        signal.raise();
    }

    @Override
    public void onError(Throwable failure) {
        signal.raise();
    }

    @Override
    public void onComplete() {
        signal.raise();
    }

    @Override
    public void close() {
        Flow.Subscription its = subscription;
        if (its != null) {
            its.cancel();
        }
    }
}
