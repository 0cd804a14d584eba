package io.github.profileengine.testdouble;

import io.github.profileengine.location.Locator;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.EngineBounds;
import io.github.profileengine.testdouble.admin.Admin;
import io.github.profileengine.testdouble.exchange.BasicCredentials;
import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.http.HttpOptions;
import io.github.profileengine.testdouble.ingestion.IngestionOptions;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import io.github.profileengine.wire.request.RequestBounds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Configures a double. Not thread-safe. */
public final class EngageDoubleBuilder {
    private static final int MAX_PORT = 65_535;
    private static final Duration MAX_CLOSING = Duration.ofSeconds(5);
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    String host = "127.0.0.1";
    int port;
    String prefix = "";
    final Set<String> allowedHosts = new HashSet<>();
    final Map<String, String> projects = new HashMap<>();
    final Map<String, Endpoint> routes = new HashMap<>();
    RequestBounds requestBounds = RequestBounds.defaults();
    IngestionOptions ingestion = IngestionOptions.DEFAULTS;
    ReducerOptions options = ReducerOptions.defaults();
    EngineBounds bounds = EngineBounds.OFF;
    Locator locator = address -> Optional.empty();
    InstantSource clock = InstantSource.system();
    FaultPlan faults = FaultPlan.NONE;
    Duration maxArrival = Duration.ofSeconds(30);
    int journalEntries = 10_000;
    long journalBytes = 64L << 20;

    @Nullable
    ServerCertificate certificate;

    @Nullable
    BasicCredentials credentials;

    @Nullable
    Snapshot state;

    @Nullable
    Instant stoppedAt;

    EngageDoubleBuilder() {}

    /**
     * Sets the port; 0, the default, means any free port.
     *
     * @throws IllegalArgumentException if the number is no port
     */
    public EngageDoubleBuilder port(int number) {
        if (number < 0 || number > MAX_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", not " + number);
        }
        port = number;
        return this;
    }

    /**
     * Sets the address or name to listen on, 127.0.0.1 by default; {@code 0.0.0.0} lets other machines in.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public EngageDoubleBuilder host(String address) {
        host = HostAddress.plain(address);
        return this;
    }

    /**
     * Sets a path prefix for all routes but the double's own, such as {@code /proxy}; none by default.
     *
     * @throws IllegalArgumentException if it is no path, ends in a slash, or is the double's own
     */
    public EngageDoubleBuilder prefix(String path) {
        if (!path.isEmpty() && !PREFIX.matcher(path).matches() || path.startsWith(Admin.ROOT)) {
            throw new IllegalArgumentException("a prefix is a path like /a/b outside of /__double, not " + path);
        }
        prefix = path;
        return this;
    }

    /**
     * Adds a path to an endpoint, below the prefix, such as {@code /e}, for an SDK with routes of its own.
     *
     * @throws IllegalArgumentException if it is no path, or something else already answers there
     */
    public EngageDoubleBuilder route(String path, Endpoint endpoint) {
        if (!PREFIX.matcher(path).matches() || path.startsWith(Admin.ROOT)) {
            throw new IllegalArgumentException("a route is a path like /a/b outside of /__double, not " + path);
        }
        DoubleRoutes.requireFree(path, Objects.requireNonNull(endpoint, "endpoint"));
        routes.put(path, endpoint);
        return this;
    }

    /** Serves HTTPS with this certificate; plain HTTP by default. */
    public EngageDoubleBuilder certificate(ServerCertificate its) {
        certificate = Objects.requireNonNull(its, "certificate");
        return this;
    }

    /**
     * Adds names that clients may use, besides addresses, {@code localhost}, the names of the API and {@link #host}.
     *
     * @throws IllegalArgumentException if one is not a host name without scheme, port and path
     */
    public EngageDoubleBuilder allowHost(String... names) {
        for (String name : names) {
            if (!HOST_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "a host is a name without scheme, port and path, such as double.test, not " + name);
            }
        }
        allowedHosts.addAll(Arrays.asList(names));
        return this;
    }

    /**
     * Adds known projects; by default every project is known. Records of unknown projects are rejected.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public EngageDoubleBuilder tokens(Collection<String> known) {
        if (known.contains("")) {
            throw new IllegalArgumentException("a token must not be empty");
        }
        Set<String> all = new HashSet<>(ingestion.tokens());
        all.addAll(known);
        ingestion = ingestion.withTokens(all);
        return this;
    }

    /** The known projects added so far, as an immutable copy; empty as long as every project is known. */
    public Set<String> tokens() {
        return ingestion.tokens();
    }

    /**
     * Sets the project that a {@code project_id} of a read request means.
     *
     * @throws IllegalArgumentException if either is empty
     */
    public EngageDoubleBuilder project(String projectId, String token) {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(token, "token");
        if (projectId.isEmpty() || token.isEmpty()) {
            throw new IllegalArgumentException(
                    "project id and token must not be empty: \"" + projectId + "\" and \"" + token + "\"");
        }
        projects.put(projectId, token);
        return this;
    }

    /**
     * Sets the Basic credentials required to read profiles; none by default. Writing needs none, not even to
     * {@code /import}, where the live service requires them. Steering routes are protected in another way.
     */
    public EngageDoubleBuilder credentials(String user, String password) {
        credentials = new BasicCredentials(user, password);
        return this;
    }

    /**
     * Whether bad data is answered with status 400, and an unknown project with 401, so that the SDK complains. By
     * default the answer is that of the live service: 200 and {@code 0}.
     */
    public EngageDoubleBuilder failLoudly(boolean on) {
        ingestion = ingestion.withFailLoudly(on);
        return this;
    }

    /** Whether every request is judged strictly; by default only those with {@code strict=1} are. */
    public EngageDoubleBuilder strict(boolean on) {
        ingestion = ingestion.withStrict(on);
        return this;
    }

    /** Whether the address of a request without {@code ip} locates its updates, as on the live service. */
    public EngageDoubleBuilder absentIpLocates(boolean on) {
        ingestion = ingestion.withAbsentIpLocates(on);
        return this;
    }

    /** Whether profile updates in a gzip body are refused, as the live API documents; by default they are read. */
    public EngageDoubleBuilder refuseGzip(boolean on) {
        ingestion = ingestion.withRefuseGzip(on);
        return this;
    }

    /** Whether {@code X-Forwarded-For} and {@code X-Real-IP} determine the address of a request. */
    public EngageDoubleBuilder trustForwardedFor(boolean on) {
        ingestion = ingestion.withTrustForwardedFor(on);
        return this;
    }

    /** Sets the locator that finds the places of addresses and coordinates; by default nothing is found. */
    public EngageDoubleBuilder locator(Locator finder) {
        locator = Objects.requireNonNull(finder, "locator");
        return this;
    }

    /** Sets how updates are applied: automatic properties, limits and the like. */
    public EngageDoubleBuilder options(ReducerOptions all) {
        options = Objects.requireNonNull(all, "options");
        return this;
    }

    /** Sets the longest body, as received and inflated, and the most parameters of a request. */
    public EngageDoubleBuilder requestBounds(RequestBounds most) {
        requestBounds = Objects.requireNonNull(most, "requestBounds");
        return this;
    }

    /**
     * Sets how long a request may take to arrive, 30 seconds by default; then its connection is closed.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public EngageDoubleBuilder maxArrival(Duration longest) {
        maxArrival = HttpOptions.timely(Objects.requireNonNull(longest, "maxArrival"));
        return this;
    }

    /** Sets how much the engine may hold; unbounded by default. */
    public EngageDoubleBuilder bounds(EngineBounds most) {
        bounds = Objects.requireNonNull(most, "bounds");
        return this;
    }

    /** Sets what {@link EngageDouble#clock()} follows until it is stopped; the system clock by default. */
    public EngageDoubleBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** Stops {@link EngageDouble#clock()} at this moment, from the start and at every reset of the whole double. */
    public EngageDoubleBuilder stoppedAt(Instant moment) {
        stoppedAt = Objects.requireNonNull(moment, "moment");
        return this;
    }

    /**
     * Sets how many requests the journal keeps, 10,000 by default, in about how many bytes, 64 MiB by default.
     *
     * @throws IllegalArgumentException if the journal would keep nothing
     */
    public EngageDoubleBuilder journal(int entries, long bytes) {
        Journal.requireRoom(entries, bytes);
        journalEntries = entries;
        journalBytes = bytes;
        return this;
    }

    /** Sets the faults to inject from the first request on; none by default. */
    public EngageDoubleBuilder faults(FaultPlan plan) {
        faults = Objects.requireNonNull(plan, "faults");
        return this;
    }

    /** Sets the profiles and aliases that the double begins with; none by default. */
    public EngageDoubleBuilder state(Snapshot first) {
        state = Objects.requireNonNull(first, "state");
        return this;
    }

    /**
     * Starts the double. It accepts connections when this method returns.
     *
     * @throws IOException if the double cannot listen on the address and port
     */
    public EngageDouble start() throws IOException {
        return new EngageDouble(this);
    }

    HttpOptions httpOptions() {
        return new HttpOptions(requestBounds.maxBodyBytes(), allowedHosts, maxArrival, MAX_CLOSING).withHost(host);
    }
}
