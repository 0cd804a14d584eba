package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an engine tells its subscribers. The rules of the feed itself are covered by its own tests and the TCK. */
class EngineChangesTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");

    private final ProfileEngine engine =
            Engines.builder().automaticCreated(false).automaticLastSeen(false).build();

    @Test
    void apply_change_isToldWithBeforeAfterUpdateAndOutcome() {
        Seen seen = subscribed(engine);
        engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        engine.apply(Batch.of(Update.of(ADA).add("k", 2).add("x", "no number").build()));

        ProfileChange second = seen.changes.get(1);
        assertThat(seen.changes).hasSize(2);
        assertThat(seen.changes.get(0).isCreated()).isTrue();
        assertThat(second.before()).isEqualTo(Profile.of(ADA, Map.of("k", 1)));
        assertThat(second.after()).isEqualTo(engine.profile(ADA).orElseThrow());
        assertThat(second.update().operations()).hasSize(1);
        assertThat(second.outcomes())
                .extracting(outcome -> outcome.rule())
                .containsExactly(Rule.ADD_APPLIED, Rule.ADD_BAD_OPERAND);
        assertThat(second.sequence()).isEqualTo(seen.changes.get(0).sequence() + 1);
    }

    @Test
    void apply_nothingChangedOrRejected_isNotTold() {
        int any = Integer.MAX_VALUE;
        ProfileEngine limited = Engines.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .limits(new Limits(any, any, any, any, any, 1))
                .build();
        limited.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        Seen seen = subscribed(limited);
        BatchResult result = limited.apply(Batch.of(
                Update.of(ADA).set("k", 1).build(),
                Update.of(BOB).delete().build(),
                Update.of(ADA).set("l", 2).build(),
                Update.of(BOB).set("k", 1).set("l", 2).build()));

        assertThat(result.rejections())
                .extracting(RejectedUpdate::rule)
                .containsExactly(Rule.RECORD_LIMIT_PROPERTIES, Rule.RECORD_LIMIT_PROPERTIES);
        assertThat(seen.changes).isEmpty();
    }

    @Test
    void apply_outcomesNotAskedFor_areNotInTheResultThough() {
        subscribed(engine);
        BatchResult result = engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));

        assertThatThrownBy(() -> result.outcomes(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clear_project_tellsEachProfileGoneWithoutAnUpdate() {
        ProfileId other = ProfileId.user("q", "ada");
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 1).build(),
                Update.of(BOB).set("k", 2).build(),
                Update.of(other).set("k", 3).build()));
        Seen seen = subscribed(engine);
        engine.clear("p");

        assertThat(seen.changes).extracting(ProfileChange::id).containsExactlyInAnyOrder(ADA, BOB);
        assertThat(seen.changes).allMatch(ProfileChange::isDeleted).allMatch(change -> change.update() == null);
    }

    @Test
    void restore_state_tellsWhatDiffers() {
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 1).build(), Update.of(BOB).set("k", 2).build()));
        Snapshot state = engine.snapshot();
        ProfileId eve = ProfileId.user("p", "eve");
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 9).build(), Update.of(eve).set("k", 3).build()));
        for (Snapshot same : List.of(state, rebuilt(state))) {
            try (ProfileEngine fork = engine.fork()) {
                Seen seen = subscribed(fork);
                fork.restore(same);

                Map<ProfileId, Profile> after = new HashMap<>();
                seen.changes.forEach(change -> after.put(change.id(), change.after()));
                assertThat(after).hasSize(2).containsEntry(eve, null);
                assertThat(after.get(ADA).integer("k")).isEqualTo(1);
            }
        }
    }

    // The same content without a shared instance, in another number of shards.
    private static Snapshot rebuilt(Snapshot state) {
        try (ProfileEngine other = Engines.builder()
                .shards(3)
                .automaticLastSeen(false)
                .state(state)
                .build()) {
            other.apply(Batch.of(Update.of(BOB).set("k", 0).build()));
            other.apply(Batch.of(Update.of(BOB).set("k", 2).build()));
            return other.snapshot();
        }
    }

    @Test
    void changes_manyWriters_makeAMirror() throws Exception {
        Seen seen = new Seen();
        engine.changes(1 << 20, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(seen);
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int writer = 0; writer < 4; writer++) {
            int number = writer;
            writers.execute(() -> {
                for (int at = 0; at < 500; at++) {
                    ProfileId id = ProfileId.user("p", "u" + at % 7);
                    engine.apply(Batch.of(
                            Update.of(id).append("l", number * 1_000L + at).build()));
                }
            });
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        Map<ProfileId, Profile> mirror = new HashMap<>();
        for (ProfileChange change : seen.changes()) {
            assertThat(change.before()).isEqualTo(mirror.put(change.id(), change.after()));
        }
        assertThat(seen.changes()).hasSize(2_000);
        mirror.forEach((id, profile) ->
                assertThat(profile).isEqualTo(engine.profile(id).orElseThrow()));
    }

    @Test
    void changes_subscriberThatBlocks_stallsNoWriter() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        ExecutorService own = Executors.newSingleThreadExecutor();
        engine.changes(10, FeedOverflow.FAIL_SUBSCRIBER, own).subscribe(new Seen() {
            @Override
            public void onNext(ProfileChange change) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void onError(Throwable problem) {
                failed.countDown();
            }
        });
        for (int at = 0; at < 1_000; at++) {
            engine.apply(Batch.of(Update.of(ADA).set("k", at).build()));
        }
        assertThat(engine.profile(ADA).orElseThrow().integer("k")).isEqualTo(999);
        release.countDown();
        assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
        own.shutdown();
    }

    @Test
    void changes_ofAFork_areItsOwn() {
        Seen seen = subscribed(engine);
        try (ProfileEngine fork = engine.fork()) {
            fork.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        }
        assertThat(seen.changes).isEmpty();
        assertThat(seen.completed).isFalse();
    }

    /** Through the objects that a subscriber gets, it can neither end the feed nor publish changes. */
    @Test
    void changes_publisher_canOnlyBeSubscribedToAndAsked() {
        for (Object publisher : List.of(engine.changes(), engine.changes(1, FeedOverflow.DROP_NEWEST, Runnable::run))) {
            assertThat(publisher).isNotInstanceOf(AutoCloseable.class);
            assertThat(publisher.getClass().getMethods())
                    .filteredOn(method -> method.getDeclaringClass() != Object.class)
                    .extracting(Method::getName)
                    .containsOnly("subscribe", "capacity", "overflow", "dropped");
        }
    }

    @Test
    void close_engine_completesItsSubscribers() {
        Seen seen = subscribed(engine);
        engine.close();

        assertThat(seen.completed).isTrue();
    }

    static Seen subscribed(ProfileEngine engine) {
        Seen seen = new Seen();
        engine.changes(100, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(seen);
        return seen;
    }

    static class Seen implements Flow.Subscriber<ProfileChange> {
        final List<ProfileChange> changes = new ArrayList<>();
        private final ConcurrentLinkedQueue<ProfileChange> queue = new ConcurrentLinkedQueue<>();
        volatile boolean completed;

        List<ProfileChange> changes() {
            return List.copyOf(queue);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ProfileChange change) {
            changes.add(change);
            queue.add(change);
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
