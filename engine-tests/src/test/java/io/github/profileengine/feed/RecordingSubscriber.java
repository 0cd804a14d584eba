package io.github.profileengine.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Requests a number of changes at once, and records everything that it is told. */
class RecordingSubscriber implements Flow.Subscriber<ProfileChange> {
    final List<Long> sequences = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final List<String> ends = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final long demand;
    volatile Flow.Subscription subscription;

    RecordingSubscriber(long demand) {
        this.demand = demand;
    }

    /** A subscriber that requests everything there will ever be. */
    static RecordingSubscriber greedy() {
        return new RecordingSubscriber(Long.MAX_VALUE);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (demand > 0) {
            given.request(demand);
        }
    }

    @Override
    public void onNext(ProfileChange change) {
        sequences.add(change.sequence());
    }

    @Override
    public void onError(Throwable problem) {
        errors.add(problem);
        ends.add("error");
        end.countDown();
    }

    @Override
    public void onComplete() {
        ends.add("complete");
        end.countDown();
    }

    void awaitEnd() {
        Latches.await(end);
    }
}
