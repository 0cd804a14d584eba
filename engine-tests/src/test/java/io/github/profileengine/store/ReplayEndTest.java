package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replays that fail or are interrupted. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayEndTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final LogEntry SLICE = new LogEntry.Slice(
            0, 0, 1, List.of(Update.of(ADA).set("k", 1).build().accepted(ADA, Instant.EPOCH, null)));

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    /** An interrupted call must not leave threads behind that go on writing. */
    @Test
    void replay_interruptedWhileABatchRuns_endsAfterTheBatch() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HookedGate gate = new HookedGate();
        ProfileEngine engine = Engines.builder().parts(gate.parts()).build();
        gate.entering = () -> {
            entered.countDown();
            awaitUninterrupted(goOn);
        };
        gate.left = () -> events.add("batch applied");
        Thread caller = new Thread(() -> replay(engine));
        caller.setDaemon(true);
        caller.start();
        entered.await();
        caller.interrupt();
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            assertThat(caller.isAlive()).as("it waits for its threads").isTrue();
            Thread.yield();
        }
        goOn.countDown();
        caller.join();
        assertThat(events).containsExactly("batch applied", "refused, interrupted true");
    }

    private void replay(ProfileEngine engine) {
        try {
            engine.replay(List.of(SLICE), 2);
            events.add("returned");
        } catch (IllegalStateException e) {
            events.add("refused, interrupted " + Thread.currentThread().isInterrupted());
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // The engine does not wait interruptibly either.
            }
        }
    }

    @Test
    void replay_aliasThatStandsForAnotherIdAlready_isRefused() {
        for (int threads : new int[] {1, 3}) {
            ProfileEngine engine = Engines.builder().build();
            engine.alias("p", "a", "bob");
            List<LogEntry> log =
                    List.of(SLICE, new LogEntry.Aliased(0, new Alias("p", "a", "ada")), new LogEntry.Cleared(1, "p"));
            assertThatThrownBy(() -> engine.replay(log, threads))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not continue this state");
            assertThat(engine.resolve("p", "a")).isEqualTo("bob");
            assertThat(engine.count())
                    .as("only what stands before it is applied")
                    .isEqualTo(1);
        }
    }
}
