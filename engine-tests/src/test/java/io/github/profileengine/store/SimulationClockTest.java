package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationClockTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final SimulationClock clock = SimulationClock.startingAt(START);

    @Test
    void instant_notAdvanced_standsStill() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock).hasToString("SimulationClock at 2030-01-01T00:00:00Z");
    }

    @Test
    void advance_step_answersAndShowsTheNewTime() {
        assertThat(clock.advance(Duration.ofMinutes(1))).isEqualTo(START.plusSeconds(60));
        assertThat(clock.advance(Duration.ZERO)).isEqualTo(START.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void advance_backOrBeyondTime_isRefusedAndTheTimeStays() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a clock cannot be moved back: PT-1S");
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> clock.advance(Duration.between(START, Instant.MAX).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void advanceTo_laterOrSame_isShown() {
        clock.advanceTo(START.plusSeconds(5));
        clock.advanceTo(START.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
        assertThatThrownBy(() -> clock.advanceTo(START.plusSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a clock cannot be moved back from " + clock.instant() + " to " + START.plusSeconds(4));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void copy_advanced_leavesTheOriginal() {
        clock.advance(Duration.ofDays(1));
        SimulationClock copy = clock.copy();
        copy.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(copy.instant()).isEqualTo(START.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofDays(5));
        assertThat(copy.instant()).isEqualTo(START.plus(Duration.ofDays(2)));
    }

    @Test
    void startingAt_null_isRefused() {
        assertThatThrownBy(() -> SimulationClock.startingAt(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void advance_byManyThreads_losesNoStep() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int step = 0; step < 10_000; step++) {
                    clock.advance(Duration.ofSeconds(1));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(40_000));
    }

    @Test
    void engine_everythingAutomatic_followsTheClock() {
        ProfileEngine engine = Engines.builder().clock(clock).build();
        engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        clock.advance(Duration.ofDays(1));
        engine.apply(Batch.of(Update.of(ADA).set("k", 2).build()));
        assertThat(engine.profile(ADA).orElseThrow().created()).contains(START);
        assertThat(engine.profile(ADA).orElseThrow().lastSeen()).contains(START.plus(Duration.ofDays(1)));
    }

    @Test
    void fork_sharesTheClockUnlessItBringsOne() {
        ProfileEngine engine = Engines.builder().clock(clock).build();
        ProfileEngine sharing = engine.fork();
        SimulationClock own = clock.copy();
        ProfileEngine apart = engine.fork(own);
        clock.advance(Duration.ofSeconds(1));
        own.advance(Duration.ofSeconds(2));
        for (ProfileEngine any : List.of(engine, sharing, apart, apart.fork())) {
            any.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        }
        assertThat(lastSeen(sharing)).isEqualTo(lastSeen(engine)).isEqualTo(START.plusSeconds(1));
        assertThat(lastSeen(apart)).isEqualTo(START.plusSeconds(2));
    }

    private static Instant lastSeen(ProfileEngine engine) {
        return engine.profile(ADA).orElseThrow().lastSeen().orElseThrow();
    }
}
