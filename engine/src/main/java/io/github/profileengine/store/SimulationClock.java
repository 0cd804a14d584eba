package io.github.profileengine.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that stands still until it is advanced by hand, for {@link ProfileEngineBuilder#clock}. An engine takes all
 * its own times from it: {@code $created}, {@code $last_seen}, the time of updates without one. It never runs back.
 * Thread-safe; a batch reads it once.
 */
public final class SimulationClock implements InstantSource {
    private volatile Instant now;

    private SimulationClock(Instant start) {
        now = Objects.requireNonNull(start, "start");
    }

    /** A clock that shows an instant. */
    public static SimulationClock startingAt(Instant start) {
        return new SimulationClock(start);
    }

    /** Another clock that shows the same instant now and is advanced independently, for example for a fork. */
    public SimulationClock copy() {
        return new SimulationClock(instant());
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Advances the clock.
     *
     * @return the new time
     * @throws IllegalArgumentException if the step is negative, or leads beyond the range of instants
     */
    public synchronized Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock cannot be moved back: " + step);
        }
        Instant present = now;
        try {
            Instant later = present.plus(step);
            now = later;
            return later;
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw new IllegalArgumentException(
                    "by " + step + " from " + present + " the clock would leave the range of time", outOfRange);
        }
    }

    /**
     * Advances the clock to an instant.
     *
     * @throws IllegalArgumentException if the clock is past it already
     */
    public synchronized void advanceTo(Instant later) {
        if (later.isBefore(now)) {
            throw new IllegalArgumentException("a clock cannot be moved back from " + now + " to " + later);
        }
        now = later;
    }

    @Override
    public String toString() {
        return "SimulationClock at " + instant();
    }
}
