package io.github.profileengine.feed;

/** Compares what it requested with what it got. */
final class DemandSubscriber extends RecordingSubscriber {
    /** Calls that should not have come: beyond what was asked for, or after the end. */
    int unwanted;

    private long open;

    DemandSubscriber() {
        super(0);
    }

    void ask(long changes) {
        open = Math.max(open + changes, changes);
        subscription.request(changes);
    }

    @Override
    public void onNext(ProfileChange change) {
        if (open == 0 || !ends.isEmpty()) {
            unwanted++;
        }
        open--;
        super.onNext(change);
    }

    @Override
    public void onError(Throwable problem) {
        countIfEnded();
        super.onError(problem);
    }

    @Override
    public void onComplete() {
        countIfEnded();
        super.onComplete();
    }

    private void countIfEnded() {
        if (!ends.isEmpty()) {
            unwanted++;
        }
    }
}
