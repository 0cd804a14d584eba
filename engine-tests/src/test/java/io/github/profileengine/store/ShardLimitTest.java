package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.packed.LimitedTables;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** An engine in which one shard has all the bytes that it may have. */
class ShardLimitTest {
    private static final int CHUNKS = 6;
    private static final String TEXT = "a text of thirty units or so..";
    private static final StoreParts LIMITED =
            new StoreParts(reducer -> LimitedTables.ofChunks(reducer, CHUNKS), ReentrantLock::new, Gate::new);

    private static ProfileEngineBuilder builder() {
        return ProfileEngine.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .shards(1)
                .parts(LIMITED);
    }

    private static Update set(int number) {
        return Update.of(ProfileId.user("p", "u" + number)).set("k", TEXT).build();
    }

    private static Batch batch(int from, int to) {
        Batch.Builder batch = Batch.builder();
        for (int number = from; number < to; number++) {
            batch.add(set(number));
        }
        return batch.build();
    }

    private static void isFull(ProfileEngine engine, Batch batch) {
        assertThatThrownBy(() -> engine.apply(batch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a shard has room for 6 chunks of 64 bytes");
    }

    @Test
    void apply_batchBeyondTheLimit_appliesWhatComesBeforeAndLeavesTheRest() {
        ProfileEngine engine = builder().build();
        Recording recording = engine.record(100, RecordingOverflow.END_RECORDING);
        isFull(engine, batch(0, 10));
        ProfileEngine expected = builder().build();
        expected.apply(batch(0, CHUNKS));
        assertThat(engine.stateHash()).isEqualTo(expected.stateHash());
        assertThat(engine.count()).isEqualTo(CHUNKS);
        assertThat(engine.stats().estimatedBytes()).isEqualTo(expected.stats().estimatedBytes());
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        ProfileEngine replayed = builder().build();
        replayed.replay(log, 1);
        assertThat(replayed.stateHash()).as("what was recorded").isEqualTo(expected.stateHash());
    }

    @Test
    void apply_afterAFailure_goesOn() {
        ProfileEngine engine = builder().build();
        engine.apply(batch(0, CHUNKS));
        isFull(engine, Batch.of(set(99)));
        engine.apply(Batch.of(Update.of(ProfileId.user("p", "u0")).set("k", 7).build(), set(1)));
        assertThat(engine.fork()
                        .profile(ProfileId.user("p", "u0"))
                        .orElseThrow()
                        .get("k"))
                .isEqualTo(7L);
        engine.clear("p");
        engine.apply(batch(20, 20 + CHUNKS));
        assertThat(engine.count()).isEqualTo(CHUNKS);
    }

    /** Places given to profiles that then found no room must not be lost. */
    @Test
    void apply_failingAgainAndAgain_usesUpNoBound() {
        ProfileEngine engine = builder()
                .bounds(EngineBounds.OFF.withMaxProfiles(CHUNKS + 2).withMaxProjectProfiles(CHUNKS + 2))
                .build();
        engine.apply(batch(0, CHUNKS));
        for (int attempt = 0; attempt < 5; attempt++) {
            isFull(engine, Batch.of(set(99)));
        }
        engine.apply(Batch.of(
                Update.of(ProfileId.user("q", "one")).set("k", 1).build(),
                Update.of(ProfileId.user("q", "two")).set("k", 1).build()));
        assertThat(engine.count()).isEqualTo(CHUNKS + 2);
    }
}
