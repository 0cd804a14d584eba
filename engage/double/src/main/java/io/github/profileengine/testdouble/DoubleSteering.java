package io.github.profileengine.testdouble;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.admin.Steering;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.wire.request.RequestBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Lets the admin routes reach a double. */
final class DoubleSteering implements Steering {
    private final EngageDouble engage;
    private final Set<String> tokens;
    private final RequestBounds bounds;

    DoubleSteering(EngageDouble engage, Set<String> tokens, RequestBounds bounds) {
        this.engage = engage;
        this.tokens = Set.copyOf(tokens);
        this.bounds = bounds;
    }

    @Override
    public ProfileEngine engine() {
        return engage.engine();
    }

    @Override
    public Journal journal() {
        return engage.journal();
    }

    @Override
    public Faults faults() {
        return engage.faults();
    }

    @Override
    public Set<String> tokens() {
        return tokens;
    }

    @Override
    public RequestBounds bounds() {
        return bounds;
    }

    @Override
    public Instant now() {
        return engage.clock().instant();
    }

    @Override
    public boolean isClockStopped() {
        return engage.clock().isStopped();
    }

    @Override
    public void stopClockAt(Instant moment) {
        engage.clock().stopAt(moment);
    }

    @Override
    public Instant advanceClock(Duration step) {
        return engage.clock().advance(step);
    }

    @Override
    public void followClock() {
        engage.clock().follow();
    }

    @Override
    public void restore(Snapshot state) {
        engage.engine().restore(state);
        engage.faults().restart();
    }

    @Override
    public void reset() {
        engage.reset();
    }

    @Override
    public void reset(String token) {
        engage.reset(token);
    }
}
