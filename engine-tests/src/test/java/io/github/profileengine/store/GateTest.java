package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads meet at a gate and write to a list. The order of the list shows what happened; no test depends on time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GateTest {
    private final Gate gate = new Gate();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    private interface Action {
        void run() throws Exception;
    }

    private Thread start(Action action) {
        Thread thread = new Thread(() -> {
            try {
                action.run();
            } catch (Throwable e) {
                failures.add(e);
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static void awaitParked(Thread thread) throws InterruptedException {
        await(() -> {
            assertThat(thread.getState()).as("it ran through").isNotEqualTo(Thread.State.TERMINATED);
            return thread.getState() == Thread.State.WAITING;
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("it took too long");
            }
            Thread.yield();
        }
    }

    private void joinAll() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @AfterEach
    void noThreadFailed() {
        assertThat(failures).isEmpty();
    }

    @Test
    void enter_openGate_letsManyInSideBySide() {
        int first = gate.enter();
        int second = gate.enter();
        gate.leave(second);
        gate.leave(first);
        gate.close();
        gate.open();
    }

    /** Whichever of the threads is the one inside. */
    @Test
    void close_batchInside_waitsForIt() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch leave = new CountDownLatch(1);
            start(() -> {
                int ticket = gate.enter();
                inside.countDown();
                leave.await();
                events.add("leaves");
                gate.leave(ticket);
            });
            inside.await();
            Thread closer = start(() -> {
                gate.close();
                events.add("closed");
                gate.open();
            });
            awaitParked(closer);
            leave.countDown();
            joinAll();
            assertThat(events).containsExactly("leaves", "closed");
            events.clear();
        }
    }

    @Test
    void close_manyBatchesInside_waitsForTheLast() throws InterruptedException {
        CountDownLatch allIn = new CountDownLatch(8);
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            start(() -> {
                int ticket = gate.enter();
                allIn.countDown();
                go.await();
                events.add("leaves");
                gate.leave(ticket);
            });
        }
        allIn.await();
        Thread closer = start(() -> {
            gate.close();
            events.add("closed");
            gate.open();
        });
        awaitParked(closer);
        go.countDown();
        joinAll();
        assertThat(events).hasSize(9).endsWith("closed");
    }

    @Test
    void enter_closedGate_waitsUntilItOpens() throws InterruptedException {
        gate.close();
        Thread batch = start(() -> {
            int ticket = gate.enter();
            events.add("in");
            gate.leave(ticket);
        });
        awaitParked(batch);
        events.add("opens");
        gate.open();
        joinAll();
        assertThat(events).containsExactly("opens", "in");
    }

    /** A closer waits for those inside, and for nobody who came after it closed. */
    @Test
    void close_batchesThatComeLater_areNotWaitedFor() throws InterruptedException {
        int ticket = gate.enter();
        CountDownLatch release = new CountDownLatch(1);
        Thread closer = start(() -> {
            gate.close();
            events.add("closed");
            release.await();
            events.add("opens");
            gate.open();
        });
        awaitParked(closer);
        Thread late = start(() -> {
            int own = gate.enter();
            events.add("late in");
            gate.leave(own);
        });
        awaitParked(late);
        gate.leave(ticket);
        await(() -> events.contains("closed"));
        release.countDown();
        joinAll();
        assertThat(events).containsExactly("closed", "opens", "late in");
    }

    /** However many closers wait, the batches that waited run before the next closer has its turn. */
    @Test
    void open_waitingBatchesAndClosers_batchesRunBeforeTheNextClosing() throws InterruptedException {
        gate.close();
        CountDownLatch inside = new CountDownLatch(3);
        CountDownLatch leave = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            awaitParked(start(() -> {
                int ticket = gate.enter();
                events.add("in");
                inside.countDown();
                leave.await();
                events.add("out");
                gate.leave(ticket);
            }));
        }
        for (int i = 0; i < 3; i++) {
            int number = i;
            awaitParked(start(() -> {
                gate.close();
                events.add("closed " + number);
                gate.open();
            }));
        }
        gate.open();
        inside.await();
        leave.countDown();
        joinAll();
        assertThat(events).startsWith("in", "in", "in").endsWith("out", "closed 0", "closed 1", "closed 2");
    }

    /** The thread that closed the gate goes in with nobody in between, even if others wait to close. */
    @Test
    void openFromInside_otherCloserWaits_countsAsInside() throws InterruptedException {
        gate.close();
        Thread closer = start(() -> {
            gate.close();
            events.add("closed");
            gate.open();
        });
        awaitParked(closer);
        int ticket = gate.openFromInside();
        events.add("leaves");
        gate.leave(ticket);
        joinAll();
        assertThat(events).containsExactly("leaves", "closed");
    }

    @Test
    void enter_interrupted_waitsOnAndKeepsTheInterrupt() throws InterruptedException {
        gate.close();
        Thread batch = start(() -> {
            int ticket = gate.enter();
            events.add("in, interrupted " + Thread.currentThread().isInterrupted());
            gate.leave(ticket);
        });
        awaitParked(batch);
        batch.interrupt();
        await(() -> !batch.isInterrupted());
        awaitParked(batch);
        events.add("opens");
        gate.open();
        joinAll();
        assertThat(events).containsExactly("opens", "in, interrupted true");
    }

    /** Neither side starves the other: both come to their end while the other never pauses. */
    @Test
    void batchesAndClosers_withoutPause_bothComeToTheirEnd() throws InterruptedException {
        AtomicBoolean closersDone = new AtomicBoolean();
        AtomicBoolean batchesDone = new AtomicBoolean();
        AtomicInteger inside = new AtomicInteger();
        AtomicLong shared = new AtomicLong();
        for (int i = 0; i < 3; i++) {
            start(() -> {
                for (int run = 0; run < 300 || !closersDone.get(); run++) {
                    int ticket = gate.enter();
                    inside.incrementAndGet();
                    shared.incrementAndGet();
                    inside.decrementAndGet();
                    gate.leave(ticket);
                }
                batchesDone.set(true);
            });
        }
        start(() -> {
            for (int run = 0; run < 300; run++) {
                gate.close();
                long before = shared.get();
                assertThat(inside.get()).isZero();
                Thread.yield();
                assertThat(shared.get()).as("nobody runs while it is closed").isEqualTo(before);
                gate.open();
            }
            closersDone.set(true);
            while (!batchesDone.get()) {
                gate.close();
                gate.open();
            }
        });
        joinAll();
    }
}
