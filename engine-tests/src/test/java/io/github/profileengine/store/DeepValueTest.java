package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose stack ends deep inside a value. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeepValueTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final int DEPTH = 97;

    private static Object deep() {
        Object value = 1L;
        for (int level = 0; level < DEPTH; level++) {
            value = level % 2 == 0 ? Map.of("k", value) : List.of(value);
        }
        return value;
    }

    private static ProfileEngineBuilder builder() {
        return Engines.builder().automaticCreated(false).automaticLastSeen(false);
    }

    private static ProfileEngine bounded() {
        return builder().shards(1).bounds(EngineBounds.OFF.withMaxProfiles(3)).build();
    }

    /** With code as the JVM runs it at first, and with compiled code. */
    @ParameterizedTest
    @ValueSource(ints = {10, 5_000})
    void apply_stackEndsInAValue_changesNothingAndTakesNoPlace(int callsBefore) throws InterruptedException {
        for (int at = 0; at < callsBefore; at++) {
            // Like the tested call, so that no class is used for the first time at the end of a stack.
            ProfileEngine warm = bounded();
            warm.record(100, RecordingOverflow.END_RECORDING);
            warm.apply(Batch.of(Update.of(ADA).set("v", deep()).build()));
        }
        ProfileEngine engine = bounded();
        Recording recording = engine.record(100, RecordingOverflow.END_RECORDING);
        Batch batch = Batch.of(Update.of(ADA).set("v", deep()).build());

        StackEnd.callUntilItFits(() -> engine.apply(batch), () -> {
            assertThat(engine.count()).isZero();
            assertThat(engine.profile(ADA)).isEmpty();
            assertThat(engine.stats().accepted()).isZero();
            assertThat(engine.stats().estimatedBytes()).isZero();
        });

        assertThat(engine.stats().estimatedBytes())
                .isEqualTo(engine.profile(ADA).orElseThrow().estimatedBytes());
        for (String other : List.of("bob", "cay")) {
            assertThat(engine.apply(Batch.of(Update.of(ProfileId.user("p", other))
                                    .set("k", 1)
                                    .build()))
                            .rejections())
                    .isEmpty();
        }
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        ProfileEngine replayed = builder().build();
        replayed.replay(log, 1);
        assertThat(replayed.stateHash()).isEqualTo(engine.stateHash());
    }

    /** To report a profile, the engine creates all of its values, also those that the update leaves alone. */
    @ParameterizedTest
    @ValueSource(ints = {10, 5_000})
    void apply_stackEndsWhileAProfileIsToldOf_changesNothing(int callsBefore) throws InterruptedException {
        for (int at = 0; at < callsBefore; at++) {
            ProfileEngine warm = bounded();
            subscribed(warm);
            warm.apply(Batch.of(deepAndLong()));
            // As the hash below does, so that the code that writes to a shared record runs here before it runs near the
            // end of a stack.
            warm.snapshot();
            warm.apply(Batch.of(Update.of(ADA).set("n", 1).build()));
        }
        ProfileEngine engine = bounded();
        engine.apply(Batch.of(deepAndLong()));
        Seen seen = subscribed(engine);
        StateHash before = engine.stateHash();
        Batch batch = Batch.of(Update.of(ADA).set("n", 1).build());

        StackEnd.callUntilItFits(() -> engine.apply(batch), () -> {
            assertThat(engine.stateHash()).isEqualTo(before);
            assertThat(seen.changes).isEmpty();
            assertThat(engine.stats().accepted()).isEqualTo(1);
        });

        assertThat(seen.changes).hasSize(1);
        assertThat(engine.stats().accepted()).isEqualTo(2);
    }

    // Lists alone take the fewest bytes for their depth. With a long text beside them, all values of a record are
    // created at once.
    private static Update deepAndLong() {
        Object value = 1L;
        for (int level = 0; level < DEPTH; level++) {
            value = List.of(value);
        }
        return Update.of(ADA).set("v", value).set("t", "x".repeat(1_000)).build();
    }

    /** A restore is completed in all shards. The subscriber who cannot be told of it gets the error. */
    @ParameterizedTest
    @ValueSource(ints = {10, 5_000})
    void restore_stackEndsInAValueWhileItIsTold_endsTheSubscriberOnly(int callsBefore) throws InterruptedException {
        ProfileEngine engine = filled(1);
        Snapshot before = engine.snapshot();
        Snapshot other = filled(2).snapshot();
        Seen warm = subscribed(engine);
        for (int at = 0; at < callsBefore; at++) {
            engine.restore(other);
            engine.restore(before);
        }
        assertThat(warm.failure).isNull();
        Seen seen = subscribed(engine);

        StackEnd.callUntilItFits(() -> engine.restore(other), () -> {
            assertThat(engine.stateHash()).isEqualTo(before.stateHash());
            assertThat(seen.failure).isNull();
        });

        assertThat(engine.stateHash()).isEqualTo(other.stateHash());
        assertThat(seen.failure).isInstanceOf(StackOverflowError.class);
        assertThat(seen.changes).as("what was told before").allMatch(change -> change.after() != null);
    }

    // The profiles that differ lie in the first shard, the deep values in the last.
    private static ProfileEngine filled(int value) {
        ProfileEngine engine = builder().shards(2).build();
        for (int number = 0; number < 4; number++) {
            for (int shard = 0; shard < 2; shard++) {
                Object held = shard == 0 ? value : deep();
                engine.apply(Batch.of(
                        Update.of(idInShard(number, shard)).set("k", held).build()));
            }
        }
        return engine;
    }

    private static ProfileId idInShard(int number, int shard) {
        return Stream.iterate(0, more -> more + 1)
                .map(more -> ProfileId.user("p", number + "-" + more))
                .filter(id -> Snapshot.shardOf(id, 2) == shard)
                .findFirst()
                .orElseThrow();
    }

    private static Seen subscribed(ProfileEngine engine) {
        Seen seen = new Seen();
        engine.changes(1 << 20, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(seen);
        return seen;
    }

    private static final class Seen implements Flow.Subscriber<ProfileChange> {
        private final Queue<ProfileChange> changes = new ConcurrentLinkedQueue<>();
        private volatile @Nullable Throwable failure;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ProfileChange change) {
            changes.add(change);
        }

        @Override
        public void onError(Throwable reason) {
            failure = reason;
        }

        @Override
        public void onComplete() {
            // The engine stays open.
        }
    }
}
