package io.github.profileengine.testdouble;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Wakes who waits for a condition whenever something has changed, so that nobody has to ask again and again. */
final class ChangeSignal {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Object monitor = new Object();
    private long changes;
    private boolean closed;

    /** Something has changed. */
    void raise() {
        synchronized (monitor) {
            changes++;
            monitor.notifyAll();
        }
    }

    /** Ends every wait. */
    void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    /**
     * Waits until a condition holds. It is asked once at first, then after every change, on the waiting thread and
     * holding no lock.
     *
     * @return whether it held in time; false also once there can be no more change
     */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + nanos(atMost);
        while (true) {
            long seen = seen();
            if (holds(condition)) {
                return true;
            }
            if (!awaitChange(seen, deadline)) {
                return holds(condition);
            }
        }
    }

    // What a condition asks may be over, too, once this is.
    private boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (IllegalStateException failed) {
            if (isClosed()) {
                return false;
            }
            throw failed;
        }
    }

    private boolean isClosed() {
        synchronized (monitor) {
            return closed;
        }
    }

    // Longer than anybody waits, and far from an overflow of what it is added to.
    private static long nanos(Duration atMost) {
        return atMost.compareTo(LONGEST) < 0 ? atMost.toNanos() : LONGEST.toNanos();
    }

    private long seen() {
        synchronized (monitor) {
            return changes;
        }
    }

    private boolean awaitChange(long seen, long deadline) throws InterruptedException {
        synchronized (monitor) {
            while (changes == seen && !closed) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // A part of a millisecond is waited for as a whole one, so that no wait spins.
                monitor.wait(left / 1_000_000 + 1);
            }
            return changes != seen;
        }
    }
}
