package io.github.profileengine.laws;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * A program that prints the ids of all changes that an engine with one shard reports, for comparison between JVMs. So
 * many ids do not come in the same order twice by accident.
 */
public final class ReportedOrder {
    private static final int MANY = 1_000;

    private ReportedOrder() {}

    public static void main(String[] arguments) {
        System.out.println(ids());
    }

    static List<ProfileId> ids() {
        List<ProfileId> told = new ArrayList<>();
        try (ProfileEngine engine = Engines.builder().shards(1).build()) {
            engine.changes(5 * MANY, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run)
                    .subscribe(new Teller(told));
            Snapshot empty = engine.snapshot();
            List<Update> batch = new ArrayList<>();
            for (int at = 0; at < MANY; at++) {
                ProfileId id = ProfileId.user("p" + at % 3, "u" + at);
                batch.add(Update.of(id).set("k", at).build());
            }
            engine.apply(Batch.of(batch));
            engine.clear("p1");
            engine.restore(empty);
        }
        return told;
    }

    private record Teller(List<ProfileId> told) implements Flow.Subscriber<ProfileChange> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ProfileChange change) {
            told.add(change.id());
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void onComplete() {}
    }
}
