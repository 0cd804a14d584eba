package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.FrozenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Memory runs out in the middle of an operation on all shards. */
class HalfDoneTest {
    private static final int SHARDS = 4;

    private final AtomicInteger made = new AtomicInteger();
    private boolean failing;

    private ProfileEngine engine() {
        return ProfileEngine.builder()
                .shards(SHARDS)
                .bounds(EngineBounds.OFF.withMaxProfiles(40))
                .parts(new StoreParts(LastFails::new, ReentrantLock::new, Gate::new))
                .build();
    }

    private static Batch batch(int value) {
        return batch("u", value);
    }

    private static Batch batch(String name, int value) {
        return Batch.of(IntStream.range(0, 40)
                .mapToObj(number -> Update.of(ProfileId.user("p", name + number))
                        .set("k", value)
                        .build())
                .toList());
    }

    @Test
    void clear_failsInTheLastShard_tellsOfTheOthersAtOnce() {
        try (ProfileEngine engine = engine()) {
            engine.apply(batch(1));
            List<ProfileChange> told = new ArrayList<>();
            engine.changes(1_000, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(ProfileChange change) {
                    told.add(change);
                }

                @Override
                public void onError(Throwable problem) {}

                @Override
                public void onComplete() {}
            });
            failing = true;
            assertThatThrownBy(() -> engine.clear("p")).isInstanceOf(OutOfMemoryError.class);
            long left = engine.count();
            assertThat(left).isBetween(1L, 39L);
            assertThat(told).hasSizeGreaterThanOrEqualTo((int) (40 - left));
        }
    }

    /** Deleted profiles make room for others. */
    @Test
    void clear_failsInTheLastShard_countsWhatIsLeft() {
        try (ProfileEngine engine = engine()) {
            engine.apply(batch(1));
            failing = true;
            assertThatThrownBy(() -> engine.clear("p")).isInstanceOf(OutOfMemoryError.class);
            failing = false;
            long left = engine.count();
            assertThat(engine.apply(batch("v", 2)).accepted()).isEqualTo((int) (40 - left));
            engine.clear("p");
            assertThat(engine.apply(batch(3)).accepted()).isEqualTo(40);
        }
    }

    @Test
    void restore_failsInTheLastShard_leavesAnEngineThatTakesUpdates() {
        Snapshot state;
        try (ProfileEngine other = ProfileEngine.builder().build()) {
            other.apply(batch(1));
            state = other.snapshot();
        }
        try (ProfileEngine engine = engine()) {
            failing = true;
            assertThatThrownBy(() -> engine.restore(state)).isInstanceOf(OutOfMemoryError.class);
            failing = false;
            long before = engine.count();
            assertThat(before).isPositive();
            assertThat(engine.apply(batch(2)).accepted()).isEqualTo(40);
            assertThat(engine.count()).isEqualTo(40);
            // All existing profiles have been counted.
            assertThat(engine.apply(batch("v", 2)).accepted()).isZero();
            engine.clear("p");
            assertThat(engine.count()).isZero();
            assertThat(engine.apply(batch(3)).accepted()).isEqualTo(40);
        }
    }

    /** Fails when told to, if it is a table of the last shard: the first one or one that replaces it. */
    private final class LastFails extends MapTable {
        private final boolean isLast = made.getAndIncrement() % SHARDS == SHARDS - 1;

        LastFails(Reducer reducer) {
            super(reducer);
        }

        private void fail() {
            if (failing && isLast) {
                throw new OutOfMemoryError("as it may happen anywhere");
            }
        }

        @Override
        public Consumer<Consumer<? super Profile>> clear(String token) {
            fail();
            return super.clear(token);
        }

        @Override
        public FrozenTable freeze() {
            fail();
            return super.freeze();
        }
    }
}
