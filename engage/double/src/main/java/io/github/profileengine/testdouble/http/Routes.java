package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.WireHandler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which handler a path belongs to. A path counts with and without a trailing slash; one that ends in {@code /*} takes
 * all below it. Filled before the server starts, then only read.
 */
public final class Routes {
    private static final String ALL_BELOW = "/*";

    private final String prefix;
    private final Map<String, Route> routes = new HashMap<>();
    private LostRequests lost = LostRequests.IGNORED;

    /**
     * Routes below a prefix.
     *
     * @param prefix begins with a slash and does not end with one; empty for none
     */
    public Routes(String prefix) {
        if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
            throw new IllegalArgumentException("a prefix is like /proxy, not " + prefix);
        }
        this.prefix = prefix;
    }

    /** A handler and whom it serves. */
    record Route(RouteKind kind, WireHandler handler) {}

    /** A route that was found, and the path that its handler sees. */
    record Match(Route route, String path) {}

    /** Adds a path below the prefix. */
    public Routes add(RouteKind kind, String path, WireHandler handler) {
        return addAbsolute(kind, prefix + path, handler);
    }

    /** Adds a path that the prefix does not move. */
    public Routes addAbsolute(RouteKind kind, String path, WireHandler handler) {
        routes.put(path, new Route(kind, handler));
        return this;
    }

    /** Tells somebody of requests that no route takes, and of those that are too large for theirs. */
    public Routes lost(LostRequests told) {
        lost = told;
        return this;
    }

    LostRequests lost() {
        return lost;
    }

    /** Every path that was added, as it was. */
    public Set<String> paths() {
        return Set.copyOf(routes.keySet());
    }

    Optional<Match> find(String rawPath) {
        String path =
                rawPath.length() > 1 && rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        Route exact = routes.get(path);
        if (exact != null) {
            return Optional.of(new Match(exact, path));
        }
        return routes.entrySet().stream()
                .filter(route -> isBelow(path, route.getKey()))
                .max(Comparator.comparingInt(route -> route.getKey().length()))
                .map(route -> new Match(route.getValue(), path));
    }

    /** Goes by the patterns, which are few; the parts of a path may be as many as a stranger likes. */
    private static boolean isBelow(String path, String pattern) {
        return pattern.endsWith(ALL_BELOW) && path.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
