package io.github.profileengine.testdouble.admin;

import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.testdouble.journal.Baselines;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.Pulse;
import io.github.profileengine.wire.request.RequestBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What the admin routes reach of a double. Any thread may call any method. */
public interface Steering {
    ProfileEngine engine();

    Journal journal();

    Faults faults();

    /** The projects that were configured, whether they have profiles or not. */
    Set<String> tokens();

    /** How large a state may be, as it comes and inflated. */
    RequestBounds bounds();

    /** What the paths of the routes that SDKs use begin with; empty for nothing. */
    String prefix();

    /** What was there at moments that the journal's requests followed. */
    Baselines baselines();

    /** How much came in lately. */
    Pulse pulse();

    /** How the engine reduces. */
    ReducerOptions options();

    /** Waits until a condition holds, asked again after each change; answers whether it did in time. */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException;

    /** What the clock shows. */
    Instant now();

    boolean isClockStopped();

    /**
     * Stops the clock there.
     *
     * @throws IllegalArgumentException outside the years 0000 to 9999
     */
    void stopClockAt(Instant moment);

    /**
     * Moves the clock on, stopping it, and answers what it shows then.
     *
     * @throws IllegalArgumentException beyond the year 9999
     */
    Instant advanceClock(Duration step);

    /** Lets the clock follow the system again. */
    void followClock();

    /** Takes a state in place of everything; the faults begin anew from there. */
    void restore(Snapshot state);

    /** Forgets everything. */
    void reset();

    /** Forgets one project. */
    void reset(String token);
}
