package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.location.Location;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/**
 * What acceptance adds to updates: those who keep updates get the accepted form, and the batch stays as it was built.
 */
class AcceptedFormTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");

    private final SimulationClock clock = SimulationClock.startingAt(START);

    @Test
    void apply_sameBatchAgain_isOfTheLaterMoment() {
        Batch batch = Batch.of(Update.of(ADA).set("k", 1).build());
        ProfileEngine engine = Engines.builder().clock(clock).build();
        engine.apply(batch);
        clock.advance(Duration.ofHours(1));
        engine.apply(batch);

        assertThat(engine.profile(ADA).orElseThrow().created()).contains(START);
        assertThat(engine.profile(ADA).orElseThrow().lastSeen()).contains(START.plusSeconds(3_600));
    }

    @Test
    void apply_oneUpdateRejectedResolvedOrLocated_leavesTheBatchAlone() {
        Batch batch = Batch.builder()
                .add(Update.of(ADA).set("k", 1).ip("192.0.2.1").build())
                .add(Update.of(BOB).add("k", "no number").build())
                .add(Update.of(BOB).set("k", 2).build())
                .build();
        ProfileEngine strict = Engines.builder()
                .strict(true)
                .locator(address -> Optional.of(new Location("Berlin", null, null, null)))
                .build();
        strict.alias("p", "bob", "robert");
        assertThat(strict.apply(batch).rejected()).isEqualTo(1);
        assertThat(strict.profile(ADA).orElseThrow().get("$city")).isEqualTo("Berlin");
        assertThat(strict.profile(ProfileId.user("p", "robert")).orElseThrow().get("k"))
                .isEqualTo(2L);

        ProfileEngine lenient = Engines.builder().build();
        assertThat(lenient.apply(batch).accepted()).isEqualTo(3);
        assertThat(lenient.profile(ADA).orElseThrow().contains("$city")).isFalse();
        assertThat(lenient.profile(BOB).orElseThrow().get("k")).isEqualTo(2L);
    }

    @Test
    void recordingAndFeed_updateWithoutATime_holdTheMoment() {
        Instant own = Instant.parse("2020-02-02T02:02:02Z");
        ProfileEngine engine = Engines.builder().clock(clock).build();
        Recording recording = engine.record();
        List<Update> told = new ArrayList<>();
        engine.changes(10, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(new Collecting(told));
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 1).build(),
                Update.of(BOB).set("k", 1).time(own).build()));

        List<Update> recorded = new ArrayList<>();
        recording.drain(entry -> recorded.addAll(((LogEntry.Slice) entry).updates()));
        assertThat(recorded).allMatch(Update::isAccepted).containsExactlyInAnyOrderElementsOf(told);
        assertThat(recorded)
                .extracting(update -> update.target() + " " + update.time().orElse(null))
                .containsExactlyInAnyOrder(ADA + " " + START, BOB + " " + own);
    }

    @Test
    void builder_goesOnAfterBuild_leavesTheBuiltBatchAlone() {
        Update second = Update.of(ADA).set("k", 2).build();
        for (int size = 1; size <= 20; size++) {
            Batch.Builder builder = Batch.builder();
            for (int entry = 0; entry < size; entry++) {
                builder.add(Update.of(BOB).set("n", entry).build());
            }
            Batch before = builder.build();
            Update[] held = before.updates().clone();
            Batch after = builder.alias("p", "a", "ada").add(second).build();

            assertThat(before.size()).isEqualTo(size);
            assertThat(before.updates()).containsExactly(held);
            assertThat(after.updates()).hasSize(size + 2).startsWith(held).endsWith(null, second);
        }
    }

    private static final class Collecting implements Flow.Subscriber<ProfileChange> {
        private final List<Update> told;

        Collecting(List<Update> told) {
            this.told = told;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ProfileChange change) {
            told.add(change.update());
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {}
    }
}
