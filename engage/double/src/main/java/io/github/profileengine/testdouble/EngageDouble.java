package io.github.profileengine.testdouble;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.admin.Admin;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.testdouble.http.HttpFront;
import io.github.profileengine.testdouble.http.Routes;
import io.github.profileengine.testdouble.ingestion.Ingestion;
import io.github.profileengine.testdouble.journal.Baselines;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.Pulse;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A running test double of the Engage API. Point an SDK at {@link #uri()}, let it work, and look at the profiles.
 *
 * <pre>{@code
 * try (EngageDouble engage = EngageDouble.builder().start()) {
 *     String at = engage.uri().toString();
 *     new MixpanelAPI(at + "/track", at + "/engage", at + "/groups", at + "/import") ...
 *     assert engage.profile("u1").get("credits").equals(3L);
 * }
 * }</pre>
 *
 * <p>A request is answered only when its updates can be read. Several doubles may run in one JVM. Each has its own
 * profiles, port and threads, all of which {@link #close} ends. Every method may be called by any thread. A double
 * listens on the loopback address unless told otherwise.
 */
public final class EngageDouble implements AutoCloseable {
    private final ProfileEngine engine;
    private final DoubleClock clock;
    private final @Nullable Instant stoppedAt;
    private final Journal journal;
    private final Pulse pulse;
    private final Baselines baselines = new Baselines();
    private final Faults faults;
    private final ChangeSignal signal = new ChangeSignal();
    private final Routes routes;
    private final HttpFront front;
    private final String host;
    private final String prefix;
    private final @Nullable ServerCertificate certificate;

    EngageDouble(EngageDoubleBuilder builder) throws IOException {
        clock = new DoubleClock(builder.clock);
        stoppedAt = builder.stoppedAt;
        resetClock();
        engine = engine(builder, clock);
        journal = new Journal(builder.journalEntries, builder.journalBytes, this::changed);
        pulse = new Pulse(InstantSource.system(), journal::updates, engine::stats);
        baselines.add("start", 0, engine.snapshot());
        faults = new Faults(engine, clock, () -> journal.begin()::end);
        faults.set(builder.faults);
        host = builder.host;
        prefix = builder.prefix;
        certificate = builder.certificate;
        Ingestion ingestion = new Ingestion(
                () -> engine,
                faults,
                new Reducer(builder.options.withStrict(true)),
                builder.ingestion,
                builder.requestBounds,
                journal,
                faults);
        routes = DoubleRoutes.of(builder, ingestion, new QueryRoute(engine, clock, builder));
        // Passes out this unfinished object. That is safe: only the routes use it, and all but the server is in place.
        new Admin(new DoubleSteering(this, baselines, pulse, builder)).addTo(routes);
        front = start(builder, routes);
    }

    private void changed() {
        pulse.beat();
        signal.raise();
    }

    private static ProfileEngine engine(EngageDoubleBuilder builder, DoubleClock clock) {
        var engine = ProfileEngine.builder()
                .clock(clock)
                .options(builder.options)
                .bounds(builder.bounds)
                .locator(builder.locator);
        return (builder.state == null ? engine : engine.state(builder.state)).build();
    }

    private HttpFront start(EngageDoubleBuilder builder, Routes routes) throws IOException {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(builder.host), builder.port);
            return HttpFront.start(
                    address,
                    builder.certificate == null ? null : builder.certificate.sslContext(),
                    builder.httpOptions(),
                    routes,
                    clock);
        } catch (IOException e) {
            faults.close();
            engine.close();
            throw new IOException(
                    "cannot listen at " + builder.host + " port " + builder.port + ": " + problem(e, builder.port), e);
        }
    }

    // Of several causes of a BindException, only its text tells which it is, in the language of the system.
    private static String problem(IOException e, int port) {
        String hint = e instanceof BindException && port != 0 ? "; if the port is taken, port 0 picks a free one" : "";
        return e.getMessage() + hint;
    }

    /**
     * Starts a double with every default: plain HTTP on a free port of the loopback address, answering like the live
     * API.
     */
    public static EngageDouble start() throws IOException {
        return builder().start();
    }

    /** Returns a builder with every default. */
    public static EngageDoubleBuilder builder() {
        return new EngageDoubleBuilder();
    }

    /**
     * The address of the double without a slash at the end, such as {@code http://127.0.0.1:40123}; includes the
     * prefix.
     */
    public URI uri() {
        String name = host.contains(":") ? "[" + host + "]" : host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return URI.create((certificate == null ? "http" : "https") + "://" + name + ":" + port() + prefix);
    }

    /** Every path that the double serves. A path that ends in {@code /*} stands for all paths below it. */
    Set<String> paths() {
        return routes.paths();
    }

    /** The port that it listens on. */
    public int port() {
        return front.address().getPort();
    }

    /** The certificate that clients must trust; empty for plain HTTP. */
    public Optional<ServerCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** The engine that holds the profiles. Requests update the same profiles as direct calls of the engine. */
    public ProfileEngine engine() {
        return engine;
    }

    /** The latest requests. */
    public Journal journal() {
        return journal;
    }

    /** The faults that the double injects: none, until a plan is set. */
    public Faults faults() {
        return faults;
    }

    /** The clock of the double. */
    public DoubleClock clock() {
        return clock;
    }

    /**
     * A user profile of the only project with profiles. If no project has profiles, it is of the only project that
     * requests referred to.
     *
     * @throws IllegalStateException if there are several projects
     */
    public ObservedProfile profile(String distinctId) {
        return SoleProject.token(engine, journal)
                .map(token -> profile(token, distinctId))
                .orElseGet(() -> SoleProject.nobody(distinctId, journal));
    }

    /** A user profile of a project; aliases are followed. */
    public ObservedProfile profile(String token, String distinctId) {
        return profile(ProfileId.user(token, distinctId));
    }

    /** A user or group profile; for a user, aliases are followed. */
    public ObservedProfile profile(ProfileId id) {
        return ProfileObservation.of(engine, journal, id);
    }

    /**
     * Waits until a condition on profiles or the journal holds.
     *
     * @param condition checked on this thread at once and after every change, but not after a direct {@code alias} call
     * @return whether it held in time; false also if the double was closed during the wait
     * @throws IllegalStateException if the double was closed before
     */
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        try (ChangeWatch watch = ChangeWatch.of(engine, signal)) {
            return watch.await(condition, atMost);
        }
    }

    /**
     * Forgets everything: profiles, aliases, journal. The clock returns to its initial setting, and a plan of faults
     * starts again. Requests wait until this is done. So no subscriber on this thread may wait for a request, and a
     * subscriber on the thread of a request cannot call this method: it gets an {@code IllegalStateException}.
     */
    public void reset() {
        faults.requireNoDelivery();
        journal.atRest(number -> {
            engine.restore(Snapshot.builder().build());
            journal.clear();
            resetClock();
            faults.restart();
            baselines.addReset(number);
            return number;
        });
    }

    /** Returns the clock to its initial setting: stopped at the configured moment, or following its source. */
    public void resetClock() {
        if (stoppedAt == null) {
            clock.follow();
        } else {
            clock.stopAt(stoppedAt);
        }
    }

    /** Forgets one project: its profiles, its aliases, and the requests that referred to no other project. */
    public void reset(String token) {
        journal.atRest(number -> {
            engine.clear(token);
            faults.forget(token);
            journal.forget(token);
            baselines.addReset(number, token);
            return number;
        });
    }

    /**
     * Replaces all profiles and aliases by the content of a snapshot. A plan of faults starts again; the journal and
     * the clock stay. As with {@link #reset()}, requests wait.
     */
    public void restore(Snapshot content) {
        faults.requireNoDelivery();
        journal.atRest(number -> {
            engine.restore(content);
            faults.restart();
            baselines.add("restore", number, engine.snapshot());
            return number;
        });
        signal.raise();
    }

    /**
     * {@linkplain #restore Restores} a saved state, plain or gzip.
     *
     * @throws io.github.profileengine.wire.InvalidFileException if the file is damaged or no state; nothing has changed
     *     then
     * @throws IOException if the file cannot be read; nothing has changed then
     */
    public void load(Path state) throws IOException {
        restore(SavedState.read(state));
    }

    /** Saves all profiles and aliases to a file, which appears as a whole or not at all. */
    public void save(Path state) throws IOException {
        SavedState.write(engine.snapshot(), state);
    }

    /** Stops serving and returns the final content; no thread is left. */
    public Snapshot stop() {
        front.close();
        Snapshot last = engine.snapshot();
        close();
        return last;
    }

    /** Stops serving; no thread is left. Objects read from the double before stay valid. Safe to call again. */
    @Override
    public void close() {
        front.close();
        signal.close();
        faults.close();
        engine.close();
    }
}
