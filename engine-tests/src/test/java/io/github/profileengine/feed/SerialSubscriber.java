package io.github.profileengine.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks for changes one by one and checks that calls do not overlap and that each shard's changes come in order. Its
 * fields are plain: what one call wrote, the next one must see.
 */
final class SerialSubscriber extends RecordingSubscriber {
    int received;
    /** The largest leap between two changes of one shard; 1 if none was left out. */
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
