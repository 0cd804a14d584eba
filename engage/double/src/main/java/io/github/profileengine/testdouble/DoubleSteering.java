package io.github.profileengine.testdouble;

import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.admin.Steering;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.testdouble.journal.Baselines;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.Pulse;
import io.github.profileengine.wire.request.RequestBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Gives the admin routes access to a double. */
final class DoubleSteering implements Steering {
    private final EngageDouble engage;
    private final Baselines baselines;
    private final Pulse pulse;
    private final Set<String> tokens;
    private final RequestBounds bounds;
    private final String prefix;
    private final ReducerOptions options;

    DoubleSteering(EngageDouble engage, Baselines baselines, Pulse pulse, EngageDoubleBuilder builder) {
        this.engage = engage;
        this.baselines = baselines;
        this.pulse = pulse;
        this.tokens = builder.tokens();
        this.bounds = builder.requestBounds;
        this.prefix = builder.prefix;
        this.options = builder.options;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Baselines baselines() {
        return baselines;
    }

    @Override
    public Pulse pulse() {
        return pulse;
    }

    @Override
    public ReducerOptions options() {
        return options;
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        return engage.await(condition, atMost);
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
    public void restore(Snapshot content) {
        engage.restore(content);
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
