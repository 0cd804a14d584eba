package io.github.profileengine.store;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets batches in side by side, and keeps them out while other work needs all shards between two batches.
 *
 * <h2>Progress</h2>
 *
 * Whoever closes the gate waits only for the batches inside; batches that come later stay outside. Opening the gate
 * admits every batch that is waiting then, before the gate can be closed again. So neither side starves. Between two
 * closings, each waiting batch runs. Closers take turns in the order in which they came.
 *
 * <h2>Cost</h2>
 *
 * A batch counts itself in and out in one of several stripes, and reads one flag. It writes the counter before it reads
 * the flag. The closer writes the flag before it reads the counters. So at least one of the two sees the other.
 */
class Gate {
    private static final int STRIPES = 32;
    // The distance of two counters: on one cache line they would be as slow as a single counter.
    private static final int STRIDE = 16;
    // The ticket of batches that the field admitted counts: open() let them in, or they came in under the monitor.
    private static final int ADMITTED = -1;

    private final AtomicIntegerArray inside = new AtomicIntegerArray(STRIPES * STRIDE);
    private final ReentrantLock turnstile = new ReentrantLock(true);
    private final Object monitor = new Object();
    private volatile boolean closed;
    private int waiting;
    private int admitted;
    private long phase;
    // Created once, because waiting must not need new memory.
    private final Condition nobodyInside = () -> admitted == 0 && nobodyInStripes();

    /** Enters the gate, and waits while it is closed. Returns the ticket for {@link #leave}. */
    int enter() {
        int stripe = (int) (Thread.currentThread().getId() & STRIPES - 1) * STRIDE;
        inside.incrementAndGet(stripe);
        if (!closed) {
            return stripe;
        }
        leave(stripe);
        return enterAfterTheCloser();
    }

    private int enterAfterTheCloser() {
        synchronized (monitor) {
            if (!closed) {
                admitted++;
                return ADMITTED;
            }
            long present = phase;
            // Created before the batch counts as waiting: if memory runs
            // out here, no closer waits for a batch that never comes.
            Condition opened = () -> phase != present;
            waiting++;
            awaitUntil(opened);
            return ADMITTED;
        }
    }

    /** Leaves the gate with the ticket of the one who entered. */
    void leave(int ticket) {
        if (ticket == ADMITTED) {
            synchronized (monitor) {
                admitted--;
                monitor.notifyAll();
            }
            return;
        }
        inside.decrementAndGet(ticket);
        if (closed) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    /**
     * Keeps batches out and waits until none is inside. The caller must then call {@link #open} or
     * {@link #openFromInside}; if this method throws, the gate is open.
     */
    void close() {
        turnstile.lock();
        try {
            closed = true;
            synchronized (monitor) {
                awaitUntil(nobodyInside);
            }
        } catch (RuntimeException | Error failed) {
            open();
            throw failed;
        }
    }

    private boolean nobodyInStripes() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            if (inside.get(stripe * STRIDE) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Lets batches in again. */
    void open() {
        synchronized (monitor) {
            closed = false;
            phase++;
            admitted += waiting;
            waiting = 0;
            monitor.notifyAll();
        }
        turnstile.unlock();
    }

    /**
     * Lets batches in again and counts the caller as one inside. The gate cannot be closed in between. Returns the
     * ticket.
     */
    int openFromInside() {
        synchronized (monitor) {
            admitted++;
        }
        open();
        return ADMITTED;
    }

    // An interrupt does not drop a batch: the wait goes on, and the interrupt flag is set again afterwards.
    private void awaitUntil(Condition condition) {
        boolean interrupted = false;
        while (!condition.holds()) {
            try {
                monitor.wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Condition {
        boolean holds();
    }
}
