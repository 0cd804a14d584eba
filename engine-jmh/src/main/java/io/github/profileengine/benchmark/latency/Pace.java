package io.github.profileengine.benchmark.latency;

import java.util.concurrent.locks.LockSupport;

/** A clock, and a way to wait for a moment. */
interface Pace {
    /**
     * The clock of the machine. A long wait sleeps first and spins at the end, because sleeping threads wake too late.
     */
    Pace REAL = new Pace() {
        private static final long SPUN_NANOS = 200_000;

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void await(long nanoTime) {
            for (long left = nanoTime - now(); left > 0; left = nanoTime - now()) {
                if (left > SPUN_NANOS) {
                    LockSupport.parkNanos(left - SPUN_NANOS);
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    };

    /** Nanoseconds since some moment. */
    long now();

    /** Waits until {@link #now} is that moment or later; returns at once if it has passed. */
    void await(long nanoTime);
}
