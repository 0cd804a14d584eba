package io.github.profileengine.store;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets batches in side by side, and keeps them out while somebody needs all shards between two batches.
 *
 * <h2>Progress</h2>
 *
 * Whoever closes the gate waits for the batches inside and for nobody else: batches that come now stay outside. Opening
 * it counts in, before the gate can be closed again, every batch that is waiting then. So neither side starves: between
 * two closings each waiting batch runs, and between two runs of a batch each waiting closer has its turn, in the order
 * in which they came.
 *
 * <h2>Cost</h2>
 *
 * A batch counts itself in and out in one of several stripes and looks at one flag. The counter is written before the
 * flag is read, and the closer writes the flag before it reads the counters, so one of the two sees the other.
 */
class Gate {
    private static final int STRIPES = 32;
    // Counters on one cache line would be as slow as a single one.
    private static final int STRIDE = 16;
    // The ticket of those who were counted in by whoever opened the gate, or by themselves under the monitor.
    private static final int ADMITTED = -1;

    private final AtomicIntegerArray inside = new AtomicIntegerArray(STRIPES * STRIDE);
    private final ReentrantLock turnstile = new ReentrantLock(true);
    private final Object monitor = new Object();
    private volatile boolean closed;
    private int waiting;
    private int admitted;
    private long phase;
    // Made once: whoever waits should need nothing new.
    private final Condition nobodyInside = () -> admitted == 0 && nobodyInStripes();

    /** Goes in, waiting while the gate is closed. Answers the ticket to leave with. */
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
            // Made first: if there is no memory for it, nobody may be waited for who never comes.
            Condition opened = () -> phase != present;
            waiting++;
            awaitUntil(opened);
            return ADMITTED;
        }
    }

    /** Goes out. */
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
     * Keeps batches out and waits until none is inside. Must be followed by {@link #open} or {@link #openFromInside};
     * if it throws, the gate is open.
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

    /** Lets batches in again and counts as one that is inside, with nobody in between. Answers the ticket. */
    int openFromInside() {
        synchronized (monitor) {
            admitted++;
        }
        open();
        return ADMITTED;
    }

    // A batch is not dropped by an interrupt; the flag is kept for later.
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
