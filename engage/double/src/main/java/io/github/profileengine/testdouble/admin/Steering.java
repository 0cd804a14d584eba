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

/** What the admin routes can do with a double. Any thread may call any method. */
public interface Steering {
    ProfileEngine engine();

    Journal journal();

    Faults faults();

    /** The configured projects, with or without profiles. */
    Set<String> tokens();

    /** How large a state in a body may be, as received and inflated. */
    RequestBounds bounds();

    /** The prefix of the paths of the SDK routes; empty for none. */
    String prefix();

    /** The states that replaced the content of the double, with the numbers of the requests before them. */
    Baselines baselines();

    /** The counts of the latest seconds. */
    Pulse pulse();

    /** The options of the engine's reducer. */
    ReducerOptions options();

    /** Waits until a condition holds, and checks it again after each change. Returns whether it held in time. */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException;

    /** The time of the double's clock. */
    Instant now();

    boolean isClockStopped();

    /**
     * Stops the clock at a moment.
     *
     * @throws IllegalArgumentException outside the years 0000 to 9999
     */
    void stopClockAt(Instant moment);

    /**
     * Moves the clock forward, stops it there, and returns the time that it then shows.
     *
     * @throws IllegalArgumentException beyond the year 9999
     */
    Instant advanceClock(Duration step);

    /** Lets the clock follow the system clock again. */
    void followClock();

    /** Replaces all content by a state. The plan of faults starts again. */
    void restore(Snapshot state);

    /** Forgets everything. */
    void reset();

    /** Forgets one project. */
    void reset(String token);
}
