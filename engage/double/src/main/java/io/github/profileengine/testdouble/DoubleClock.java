package io.github.profileengine.testdouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a double. It follows the system clock until it is stopped; then it stands still and is moved by hand.
 * All automatic times follow it: {@code $created}, {@code $last_seen}, the times of the journal. Any thread may use it.
 */
public final class DoubleClock implements InstantSource {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final InstantSource system;
    private volatile @Nullable Instant stopped;

    /** Creates a clock that follows another one. */
    public DoubleClock(InstantSource system) {
        this.system = Objects.requireNonNull(system, "system");
    }

    @Override
    public Instant instant() {
        Instant at = stopped;
        return at == null ? system.instant() : at;
    }

    /** Whether the clock stands still. */
    public boolean isStopped() {
        return stopped != null;
    }

    /**
     * Stops the clock at a moment, which may be in the past.
     *
     * @throws IllegalArgumentException outside the years 0000 to 9999: no property can hold such a time
     */
    public synchronized void stopAt(Instant moment) {
        stopped = inRange(Objects.requireNonNull(moment, "moment"));
    }

    private static Instant inRange(Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(END)) {
            throw new IllegalArgumentException("a clock shows the years 0000 to 9999, not " + moment);
        }
        return moment;
    }

    /**
     * Moves the clock forward by a step, stops it there, and returns the time that it then shows.
     *
     * @throws IllegalArgumentException if the step is negative, or leads beyond the year 9999
     */
    public synchronized Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock cannot be moved back: " + step);
        }
        Instant shown = instant();
        if (step.compareTo(Duration.between(shown, END)) >= 0) {
            throw new IllegalArgumentException(
                    "by " + step + " from " + shown + " the clock would leave the years 0000 to 9999");
        }
        Instant moved = inRange(shown.plus(step));
        stopped = moved;
        return moved;
    }

    /** Lets the clock follow the system clock again. */
    public synchronized void follow() {
        stopped = null;
    }
}
