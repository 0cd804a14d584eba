package io.github.profileengine.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Requests changes one by one. Checks that calls do not overlap, and that the changes of each shard come in order. Its
 * fields are plain, because the next call must see what one call wrote.
 */
final class SerialSubscriber extends RecordingSubscriber {
    int received;
    /** The largest step between the numbers of two changes of one shard; 1 if no change was left out. */
    long widestStep = 1;

    Throwable overflow;
    String problem;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<Integer, Long> last = new HashMap<>();

    SerialSubscriber() {
        super(1);
    }

    /** The number of the last change of a shard; -1 if there was none. */
    long last(int shard) {
        return last.getOrDefault(shard, -1L);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        enter("onSubscribe");
        super.onSubscribe(given);
        leave();
    }

    @Override
    public void onNext(ProfileChange change) {
        enter("onNext");
        received++;
        Long before = last.put(change.shard(), change.sequence());
        if (before != null) {
            widestStep = Math.max(widestStep, change.sequence() - before);
            if (change.sequence() <= before) {
                problem = change.sequence() + " came after " + before;
            }
        }
        subscription.request(1);
        leave();
    }

    @Override
    public void onError(Throwable cause) {
        enter("onError");
        overflow = cause;
        leave();
        super.onError(cause);
    }

    @Override
    public void onComplete() {
        enter("onComplete");
        leave();
        super.onComplete();
    }

    private void enter(String method) {
        if (!busy.compareAndSet(false, true)) {
            problem = method + " began during another call";
        }
    }

    private void leave() {
        busy.set(false);
    }
}
