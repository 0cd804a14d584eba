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

/** Collects how a double works. Not thread-safe. */
public final class EngageDoubleBuilder {
    private static final int MAX_PORT = 65_535;
    private static final Duration MAX_CLOSING = Duration.ofSeconds(5);
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    String host = "127.0.0.1";
    int port;
    String prefix = "";
    final Set<String> allowedHosts = new HashSet<>();
    final Set<String> tokens = new HashSet<>();
    final Map<String, String> projects = new HashMap<>();
    final Map<String, Endpoint> routes = new HashMap<>();
    RequestBounds requestBounds = RequestBounds.defaults();
    private IngestionOptions ingestion = IngestionOptions.DEFAULTS;
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
     * The port; 0, the default, for any free one.
     *
     * @throws IllegalArgumentException if it is no port
     */
    public EngageDoubleBuilder port(int number) {
        if (number < 0 || number > MAX_PORT) {
            throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", not " + number);
        }
        port = number;
        return this;
    }

    /** The address to listen at, 127.0.0.1 by default; {@code 0.0.0.0} lets other machines in. */
    public EngageDoubleBuilder host(String address) {
        Objects.requireNonNull(address, "host");
        // An IPv6 address may come as it stands in a URI.
        boolean isBracketed = address.startsWith("[") && address.endsWith("]");
        host = isBracketed ? address.substring(1, address.length() - 1) : address;
        return this;
    }

    /**
     * A path that all routes but the double's own lie below, such as {@code /proxy}; none by default.
     *
     * @throws IllegalArgumentException if it is no path, ends in a slash, or is the double's own
     */
    public EngageDoubleBuilder prefix(String path) {
        if (!path.isEmpty() && !PREFIX.matcher(path).matches() || path.startsWith(Admin.ROOT)) {
            throw new IllegalArgumentException("a prefix is a path like /proxy or /a/b, not " + path);
        }
        prefix = path;
        return this;
    }

    /**
     * One more path of an endpoint, below the prefix, for an SDK that was given routes of its own, such as {@code /e}.
     *
     * @throws IllegalArgumentException if it is no path, or one that something else answers at
     */
    public EngageDoubleBuilder route(String path, Endpoint endpoint) {
        if (!PREFIX.matcher(path).matches() || path.startsWith(Admin.ROOT)) {
            throw new IllegalArgumentException("a route is a path like /e or /a/b, not " + path);
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
     * Names that clients may call this machine by, beside addresses, {@code localhost} and those of the API.
     *
     * @throws IllegalArgumentException if one is no name of a host, without scheme, port and path
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
     * The projects that are known; every one by default. Records of others are rejected.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public EngageDoubleBuilder tokens(Collection<String> known) {
        if (known.contains("")) {
            throw new IllegalArgumentException("a token is not empty");
        }
        tokens.addAll(known);
        return this;
    }

    /**
     * Which project a {@code project_id} of a read request means.
     *
     * @throws IllegalArgumentException if either is empty
     */
    public EngageDoubleBuilder project(String projectId, String token) {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(token, "token");
        if (projectId.isEmpty() || token.isEmpty()) {
            throw new IllegalArgumentException(
                    "a project has an id and a token, not \"" + projectId + "\" and \"" + token + "\"");
        }
        projects.put(projectId, token);
        return this;
    }

    /**
     * What a request must bring to read profiles, as Basic credentials; nothing by default. Writing needs none, even to
     * {@code /import}, for which the live service wants them; the routes that steer the double are guarded otherwise.
     */
    public EngageDoubleBuilder credentials(String user, String password) {
        credentials = new BasicCredentials(user, password);
        return this;
    }

    /**
     * Whether bad data is answered with status 400, and an unknown project with 401, so that the SDK complains; by
     * default it is answered as the live service does, with 200 and {@code 0}.
     */
    public EngageDoubleBuilder failLoudly(boolean on) {
        ingestion = ingestion.withFailLoudly(on);
        return this;
    }

    /** Whether every request is judged strictly; by default those with {@code strict=1} are. */
    public EngageDoubleBuilder strict(boolean on) {
        ingestion = ingestion.withStrict(on);
        return this;
    }

    /** Whether a request without the parameter {@code ip} locates by its address, as the live service does. */
    public EngageDoubleBuilder absentIpLocates(boolean on) {
        ingestion = ingestion.withAbsentIpLocates(on);
        return this;
    }

    /**
     * Whether updates of profiles in a gzip body are refused, as the live API documents it; by default they are read.
     */
    public EngageDoubleBuilder refuseGzip(boolean on) {
        ingestion = ingestion.withRefuseGzip(on);
        return this;
    }

    /** Whether {@code X-Forwarded-For} and {@code X-Real-IP} tell where a request came from. */
    public EngageDoubleBuilder trustForwardedFor(boolean on) {
        ingestion = ingestion.withTrustForwardedFor(on);
        return this;
    }

    /** Finds the places of addresses and coordinates; by default nothing is found. */
    public EngageDoubleBuilder locator(Locator finder) {
        locator = Objects.requireNonNull(finder, "locator");
        return this;
    }

    /** How updates are applied: automatic properties, limits and the like. */
    public EngageDoubleBuilder options(ReducerOptions all) {
        options = Objects.requireNonNull(all, "options");
        return this;
    }

    /** How long a body may be, as it comes and inflated, and how many parameters a request may have. */
    public EngageDoubleBuilder requestBounds(RequestBounds most) {
        requestBounds = Objects.requireNonNull(most, "requestBounds");
        return this;
    }

    /**
     * How long a request may take to arrive, 30 seconds by default; then its connection is closed.
     *
     * @throws IllegalArgumentException if that is no time
     */
    public EngageDoubleBuilder maxArrival(Duration longest) {
        maxArrival = HttpOptions.timely(Objects.requireNonNull(longest, "maxArrival"));
        return this;
    }

    /** How much the engine may hold; without bounds by default. */
    public EngageDoubleBuilder bounds(EngineBounds most) {
        bounds = Objects.requireNonNull(most, "bounds");
        return this;
    }

    /** What {@link EngageDouble#clock()} follows until it is stopped; the system's clock by default. */
    public EngageDoubleBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** Stops {@link EngageDouble#clock()} at this moment from the beginning, and again at every reset. */
    public EngageDoubleBuilder stoppedAt(Instant moment) {
        stoppedAt = Objects.requireNonNull(moment, "moment");
        return this;
    }

    /**
     * How many requests the journal keeps, 10,000 by default, and how many bytes they may take, 64 MiB by default.
     *
     * @throws IllegalArgumentException if it would keep nothing
     */
    public EngageDoubleBuilder journal(int entries, long bytes) {
        Journal.requireRoom(entries, bytes);
        journalEntries = entries;
        journalBytes = bytes;
        return this;
    }

    /** What goes wrong on purpose, from the first request on; nothing by default. */
    public EngageDoubleBuilder faults(FaultPlan plan) {
        faults = Objects.requireNonNull(plan, "faults");
        return this;
    }

    /** The profiles and aliases that it begins with; none by default. */
    public EngageDoubleBuilder state(Snapshot first) {
        state = Objects.requireNonNull(first, "state");
        return this;
    }

    /**
     * Starts the double; it accepts connections when this returns.
     *
     * @throws IOException if it cannot listen at the address and port
     */
    public EngageDouble start() throws IOException {
        return new EngageDouble(this);
    }

    HttpOptions httpOptions() {
        return new HttpOptions(requestBounds.maxBodyBytes(), allowedHosts, maxArrival, MAX_CLOSING);
    }

    IngestionOptions ingestionOptions() {
        return ingestion.withTokens(tokens);
    }
}
