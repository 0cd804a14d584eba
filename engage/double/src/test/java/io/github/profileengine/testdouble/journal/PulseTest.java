package io.github.profileengine.testdouble.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final int LAST = Pulse.SECONDS - 1;

    private final ProfileEngine engine = ProfileEngine.builder().build();
    private Instant now = Instant.ofEpochSecond(1_000);
    private long updates;
    private final Pulse pulse = new Pulse(() -> now, () -> updates, engine::stats);

    @AfterEach
    void close() {
        engine.close();
    }

    private void send(int count) {
        updates += count;
        pulse.beat();
    }

    private void add(String id) {
        engine.apply(Batch.of(Update.of(ProfileId.user("shop", id)).set("a", 1).build()));
    }

    @Test
    void trace_updatesOfSeveralSeconds_countsEachInItsSecond() {
        send(2);
        send(1);
        now = now.plusSeconds(3);
        send(5);

        Pulse.Trace trace = pulse.trace();

        assertThat(trace.second()).isEqualTo(1_003);
        assertThat(trace.updates().subList(LAST - 4, LAST + 1)).containsExactly(0L, 3L, 0L, 0L, 5L);
    }

    @Test
    void trace_profilesBetweenTwoLooks_areThoseOfTheEarlierOne() {
        add("u1");
        now = now.plusSeconds(1);
        pulse.beat();
        add("u2");
        now = now.plusSeconds(2);

        Pulse.Trace trace = pulse.trace();

        assertThat(trace.profiles().subList(LAST - 3, LAST + 1)).containsExactly(0L, 1L, 1L, 2L);
        assertThat(trace.bytes().get(LAST))
                .isEqualTo(engine.stats().heapBytes())
                .isPositive();
    }

    @Test
    void trace_afterALongRest_hasForgottenWhatCameBefore() {
        add("u1");
        send(7);
        now = now.plusSeconds(10_000);

        Pulse.Trace trace = pulse.trace();

        assertThat(trace.updates()).containsOnly(0L).hasSize(Pulse.SECONDS);
        assertThat(trace.profiles()).contains(0L, 1L);
    }

    @Test
    void beat_clockSetBack_countsInTheLatestSecond() {
        send(1);
        now = now.minusSeconds(100);
        send(1);

        assertThat(pulse.trace().updates().get(LAST)).isEqualTo(2);
        assertThat(pulse.trace().second()).isEqualTo(1_000);
    }
}
