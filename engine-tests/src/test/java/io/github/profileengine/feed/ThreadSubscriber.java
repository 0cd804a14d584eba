package io.github.profileengine.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Also records the threads on which it was called, except for the call of {@code onSubscribe}. */
final class ThreadSubscriber extends RecordingSubscriber {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    ThreadSubscriber() {
        super(Long.MAX_VALUE);
    }

    boolean wasOnThread(Thread thread) {
        return threads.contains(thread);
    }

    @Override
    public void onNext(ProfileChange change) {
        threads.add(Thread.currentThread());
        super.onNext(change);
    }

    @Override
    public void onError(Throwable problem) {
        threads.add(Thread.currentThread());
        super.onError(problem);
    }

    @Override
    public void onComplete() {
        threads.add(Thread.currentThread());
        super.onComplete();
    }
}
