package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.location.Location;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrderException;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final ProfileId ADA = id("ada");

    private static ProfileId id(String name) {
        return ProfileId.user("p", name);
    }

    private static Update append(ProfileId id, int value) {
        return Update.of(id).append("l", value).build();
    }

    private static Update accepted(Update update) {
        return update.accepted(update.target(), Instant.EPOCH, null);
    }

    private static LogEntry slice(long barriers, int shard, long sequence, Update... updates) {
        return new LogEntry.Slice(barriers, shard, sequence, List.of(updates));
    }

    private static List<LogEntry> drained(Recording recording) {
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        return log;
    }

    @Test
    void replay_recordedLog_leadsToTheSameState() {
        ProfileEngine engine = Engines.builder().shards(4).build();
        engine.apply(Batch.of(append(ADA, 1)));
        Recording recording = engine.record();
        engine.apply(Batch.builder()
                .add(append(ADA, 2))
                .alias("p", "a", "ada")
                .add(append(id("a"), 3))
                .add(append(id("bob"), 1))
                .build());
        engine.apply(Batch.of(Update.of(id("bob")).delete().build()));
        ProfileEngine other = Engines.builder()
                .clock(() -> Instant.EPOCH)
                .state(recording.takeStart().orElseThrow())
                .build();
        other.replay(drained(recording));
        assertThat(other.snapshot()).isEqualTo(engine.snapshot());
        assertThat(other.profile(ADA).orElseThrow().list("l")).containsExactly(1L, 2L, 3L);
        assertThat(other.resolve("p", "a")).isEqualTo("ada");
    }

    /** Accepted updates have their time and place, so the clock of a simulation may show any time. */
    @Test
    void replay_asksNeitherClockNorLocator() {
        ProfileEngine engine = Engines.builder()
                .clock(() -> Instant.EPOCH)
                .locator(address -> Optional.of(new Location("Bern", null, null, null)))
                .build();
        Recording recording = engine.record();
        engine.apply(Batch.of(Update.of(ADA).set("k", 1).ip("192.0.2.1").build(), append(id("bob"), 1)));
        ProfileEngine other = Engines.builder()
                .clock(() -> {
                    throw new AssertionError("no update asks for the time");
                })
                .locator(address -> {
                    throw new AssertionError("no update asks for a place");
                })
                .build();
        other.replay(drained(recording));
        assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        assertThat(other.profile(ADA).orElseThrow().get("$city")).isEqualTo("Bern");
    }

    @Test
    void replay_everyBarrier_takesEffectInItsPlace() {
        Snapshot state = Snapshot.builder().alias("p", "x", "y").build();
        ProfileEngine engine = Engines.builder().build();
        engine.replay(List.of(
                slice(0, 0, 1, accepted(append(ADA, 1))),
                new LogEntry.Cleared(0, "p"),
                slice(1, 0, 2, accepted(append(ADA, 2))),
                new LogEntry.Aliased(1, new Alias("p", "a", "ada")),
                slice(2, 0, 3, accepted(append(ADA, 3)))));
        assertThat(engine.profile(ADA).orElseThrow().list("l")).containsExactly(2L, 3L);
        assertThat(engine.resolve("p", "a")).isEqualTo("ada");
        engine.replay(List.of(
                slice(0, 0, 1, accepted(append(ADA, 4))),
                new LogEntry.Restored(0, state),
                slice(1, 0, 2, accepted(append(id("x"), 5)))));
        assertThat(engine.profiles().map(profile -> profile.id())).containsExactly(id("x"));
        assertThat(engine.snapshot().aliases()).containsExactly(new Alias("p", "x", "y"));
    }

    @Test
    void replay_outOfOrder_isRefusedAtThatEntry() {
        List<LogEntry> gap = List.of(
                slice(0, 0, 1, accepted(append(ADA, 1))),
                new LogEntry.Cleared(0, "none"),
                slice(1, 0, 3, accepted(append(ADA, 3))));
        for (int threads : new int[] {1, 3}) {
            ProfileEngine engine = Engines.builder().build();
            assertThatThrownBy(() -> engine.replay(gap, threads)).isInstanceOf(LogOrderException.class);
            assertThat(engine.profile(ADA).orElseThrow().list("l"))
                    .as("what stands before the last barrier is applied")
                    .containsExactly(1L);
        }
    }

    @Test
    void replay_updateThatWasNeverAccepted_isRefused() {
        ProfileEngine engine = Engines.builder().build();
        assertThatThrownBy(() -> engine.replay(List.of(slice(0, 0, 1, append(ADA, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an update that no engine has accepted cannot be replayed: ");
        assertThat(engine.count()).isZero();
    }

    @Test
    void replay_otherLimits_saysThatAnUpdateIsRejectedNow() {
        Update large =
                accepted(Update.of(ADA).set("object", Map.of("a", 1, "b", 2)).build());
        Update small = accepted(append(ADA, 1));
        Update other = accepted(append(id("bob"), 1));
        Limits tight = new Limits(255, 255, 262_144, 1, 3, 2_000);
        for (int threads : new int[] {1, 3}) {
            ProfileEngine engine = Engines.builder().limits(tight).build();
            assertThatThrownBy(() -> engine.replay(
                            List.of(
                                    slice(0, 0, 1, other, small),
                                    new LogEntry.Cleared(0, "p"),
                                    slice(1, 0, 2, other, small, other),
                                    slice(1, 7, 1, other, small, large),
                                    slice(1, 0, 3, other, large)),
                            threads))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            " is rejected now: p/ada at 1970-01-01T00:00:00Z, in slice 1 of shard 7: object, ");
        }
    }

    @Test
    void replay_ontoOtherContents_doesNotBlameTheLimitsAlone() {
        Limits tight = new Limits(255, 255, 262_144, 1, 3, 2_000);
        ProfileEngine engine = Engines.builder().limits(tight).build();
        engine.apply(Batch.of(Update.of(ADA).merge("object", Map.of("a", 1)).build()));
        Update fitted = Update.of(ADA).merge("object", Map.of("b", 2)).build();
        assertThatThrownBy(() -> engine.replay(List.of(slice(0, 0, 1, accepted(fitted)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("an update that was accepted when it was recorded is rejected now: p/ada at"
                        + " 1970-01-01T00:00:00Z, in slice 1 of shard 0: object, ")
                .hasMessageEndingWith("; this engine has other limits, options or contents than the recorded one, or"
                        + " the log was changed");
    }

    /** Updates that had room then have room now, even if another order of shards needs more room for a while. */
    @Test
    void replay_sameBoundsInAnotherOrder_rejectsNothing() {
        EngineBounds bounds = EngineBounds.OFF.withMaxProfiles(1).withMaxProjectBytes(1);
        ProfileEngineBuilder builder = Engines.builder().shards(64).bounds(bounds);
        ProfileEngine engine = builder.build();
        Recording recording = engine.record();
        for (int i = 0; i < 50; i++) {
            engine.apply(Batch.of(
                    append(id("u" + i), 1),
                    append(id("refused"), 1),
                    Update.of(id("u" + i)).delete().build()));
        }
        engine.apply(Batch.of(append(ADA, 1)));
        assertThat(engine.stats().rejected()).isEqualTo(50);
        List<LogEntry> log = drained(recording);
        Random random = new Random(3);
        for (int threads = 1; threads <= 4; threads++) {
            ProfileEngine other = builder.build();
            other.replay(LogShuffle.of(log, random), threads);
            assertThat(other.stateHash()).isEqualTo(engine.stateHash());
            assertThat(other.apply(Batch.of(append(id("more"), 1))).rejected())
                    .as("bounds hold again afterwards")
                    .isEqualTo(1);
        }
    }

    @Test
    void replay_longLog_isAppliedWholeInParts() {
        ProfileEngine engine = Engines.builder().build();
        Recording recording = engine.record();
        for (int i = 0; i < 50; i++) {
            int value = i;
            engine.apply(Batch.of(IntStream.range(0, 1_000)
                    .mapToObj(number -> append(id("u" + number % 100), value))
                    .toList()));
        }
        List<LogEntry> log = drained(recording);
        for (int threads : new int[] {1, 2, 4}) {
            ProfileEngine other = Engines.builder()
                    .shards(7)
                    .state(Snapshot.builder().build())
                    .build();
            other.replay(log, threads);
            assertThat(other.stateHash()).isEqualTo(engine.stateHash());
            assertThat(other.stats().accepted()).isEqualTo(50_000);
        }
    }

    @Test
    void replay_threads_endWithTheCall() {
        ProfileEngine engine = Engines.builder().build();
        List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
        engine.replay(List.of(slice(0, 0, 1, accepted(append(ADA, 1)))), 8);
        assertThatThrownBy(() -> engine.replay(List.of(slice(0, 0, 1, append(ADA, 1))), 8))
                .isInstanceOf(IllegalArgumentException.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("pool-")) {
                assertThat(joined(thread)).isTrue();
            }
        }
    }

    private static boolean joined(Thread thread) {
        try {
            thread.join(30_000);
            return !thread.isAlive();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void replay_interrupted_endsAndKeepsTheInterrupt(int threads) {
        ProfileEngine engine = Engines.builder().build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> engine.replay(List.of(slice(0, 0, 1, accepted(append(ADA, 1)))), threads))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void replay_noThread_isRefused() {
        ProfileEngine engine = Engines.builder().build();
        assertThatThrownBy(() -> engine.replay(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replay_recordedAgain_givesALogOfTheSameState() {
        ProfileEngine engine = Engines.builder().shards(4).build();
        Recording recording = engine.record();
        engine.alias("p", "a", "ada");
        engine.apply(Batch.of(append(id("a"), 1), append(id("bob"), 1)));
        engine.clear("q");
        ProfileEngine second = Engines.builder().shards(1).build();
        Recording again = second.record();
        second.replay(drained(recording), 2);
        ProfileEngine third = Engines.builder().shards(16).build();
        third.replay(drained(again));
        assertThat(third.snapshot()).isEqualTo(engine.snapshot());
    }
}
