package io.github.profileengine.testdouble;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Wakes threads that wait for a condition whenever something has changed, so that nobody has to poll. */
final class ChangeSignal {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Object monitor = new Object();
    private long changes;
    private boolean closed;

    /** Signals that something has changed. */
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
     * Waits until a condition holds. The condition is checked once at first, then after every change, on the waiting
     * thread and without a lock.
     *
     * @return whether it held in time; false also if no more change can come
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

    // Once this signal is closed, whatever the condition reads may be closed, too, and throw.
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

    // Caps the time at a value that nobody waits for, and that cannot overflow when it is added to the present time.
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
                // Rounds up to a full millisecond, so that no wait spins.
                monitor.wait(left / 1_000_000 + 1);
            }
            return changes != seen;
        }
    }
}
