package io.github.profileengine.laws;

import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.EngineBounds;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.SimulationClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * A program that prints the {@code hashCode} of public values, for comparison between JVMs. An identity hash that a
 * value may contain is the next of a sequence, so the program first draws as many as {@value #DRAWN} says: otherwise
 * two runs of it could have the same ones.
 */
public final class HashCodes {
    static final String DRAWN = "drawn";

    private HashCodes() {}

    public static void main(String[] arguments) {
        for (int drawn = 0; drawn < Integer.getInteger(DRAWN); drawn++) {
            System.identityHashCode(new Object());
        }
        values().forEach(value -> System.out.println(value.getClass().getName() + " " + value.hashCode()));
    }

    private static List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(Limits.DOCUMENTED, EngineBounds.OFF.withMaxProfiles(9)));
        ProfileId ada = ProfileId.user("p", "ada");
        SimulationClock clock = SimulationClock.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
        try (ProfileEngine engine =
                Engines.builder().clock(clock).strict(true).shards(1).build()) {
            engine.changes(10, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(new Collector(values));
            Recording recording = engine.record();
            Snapshot start = recording.takeStart().orElseThrow();
            Update rejected = Update.of(ada).add("k", "no number").build();
            BatchResult result = engine.applyWithOutcomes(Batch.builder()
                    .alias("p", "lovelace", "ada")
                    .add(Update.of(ada)
                            .set("k", 1)
                            .append("l", List.of(1, true))
                            .build())
                    .add(rejected)
                    .add(Update.of(ada).set("$odd", 1.5).unset("none").build())
                    .build());
            for (int at = 0; at < result.size(); at++) {
                values.addAll(result.outcomes(at));
            }
            values.addAll(result.rejections());
            values.addAll(result.warnings());
            values.add(result);
            values.add(Rejection.of(result.rejections().get(0).rule(), "k", "no number"));
            values.add(engine.options());
            values.add(engine.snapshot());
            values.add(engine.stateHash());
            values.add(StateDiff.between(start, engine.snapshot()));
            recording.drain((LogEntry entry) -> values.add(entry));
        }
        return values;
    }

    private record Collector(List<Object> values) implements Flow.Subscriber<ProfileChange> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ProfileChange change) {
            values.add(change);
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void onComplete() {}
    }
}
