package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ChangeSignalTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ChangeSignal signal = new ChangeSignal();
    private final AtomicInteger value = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch waiting = new CountDownLatch(1);

    private CompletableFuture<Boolean> awaitOne() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return signal.await(
                                () -> {
                                    asked.incrementAndGet();
                                    waiting.countDown();
                                    return value.get() == 1;
                                },
                                LONG);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task, "waiting").start());
    }

    @Test
    void await_change_asksAgain() throws Exception {
        CompletableFuture<Boolean> waiter = awaitOne();
        waiting.await();
        value.set(1);
        signal.raise();

        assertThat(waiter.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.get()).isBetween(1, 2);
    }

    @Test
    void await_closed_endsWithoutTheCondition() throws Exception {
        CompletableFuture<Boolean> waiter = awaitOne();
        waiting.await();
        signal.close();

        assertThat(waiter.get(60, TimeUnit.SECONDS)).isFalse();
    }

    /** What the condition asks may be closed together with the signal, and then refuse to answer. */
    @Test
    void await_closedWithWhatIsAsked_isFalse() throws Exception {
        BooleanSupplier gone = () -> {
            signal.close();
            throw new IllegalStateException("closed");
        };
        assertThat(signal.await(gone, LONG)).isFalse();
    }

    @Test
    void await_conditionThatFails_fails() {
        BooleanSupplier failing = () -> {
            throw new IllegalStateException("why not");
        };
        assertThatThrownBy(() -> signal.await(failing, LONG)).hasMessage("why not");
    }

    @Test
    void await_noTime_asksOnceAndOnceMore() throws Exception {
        assertThat(signal.await(() -> asked.incrementAndGet() > 5, Duration.ZERO))
                .isFalse();
        assertThat(asked.get()).isBetween(1, 2);
        assertThat(signal.await(() -> true, Duration.ZERO)).isTrue();
    }

    @Test
    void await_longerThanAClockCounts_isNoMistake() throws Exception {
        assertThat(signal.await(() -> true, ChronoUnit.FOREVER.getDuration())).isTrue();
    }
}
