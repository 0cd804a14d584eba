package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.WireHandler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the handler of a path. A path matches with and without a trailing slash. A route that ends in {@code /*} takes
 * all paths below it. All routes are added before the server starts.
 */
public final class Routes {
    private static final String ALL_BELOW = "/*";

    private final String prefix;
    private final Map<String, Route> routes = new HashMap<>();
    private LostRequests lost = LostRequests.IGNORED;
    private String hint = "";

    /**
     * Creates routes below a prefix.
     *
     * @param prefix begins with a slash and does not end with one; empty for none
     */
    public Routes(String prefix) {
        if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
            throw new IllegalArgumentException("a prefix is like /proxy, not " + prefix);
        }
        this.prefix = prefix;
    }

    /** A handler and its kind of clients. */
    record Route(RouteKind kind, WireHandler handler) {}

    /** A matching route, and the path that its handler sees. */
    record Match(Route route, String path) {}

    /** Adds a path below the prefix. */
    public Routes add(RouteKind kind, String path, WireHandler handler) {
        return addAbsolute(kind, prefix + path, handler);
    }

    /** Adds a path to which the prefix does not apply. */
    public Routes addAbsolute(RouteKind kind, String path, WireHandler handler) {
        routes.put(path, new Route(kind, handler));
        return this;
    }

    /** Sets the receiver of requests that no route takes, and of those that are too large for their route. */
    public Routes lost(LostRequests told) {
        lost = told;
        return this;
    }

    LostRequests lost() {
        return lost;
    }

    /** Sets which paths, below the prefix, the refusal of an unknown path suggests. */
    public Routes hint(List<String> paths) {
        hint = paths.stream().map(prefix::concat).collect(Collectors.joining(", ", "; SDKs send to ", ""));
        return this;
    }

    String hint() {
        return hint;
    }

    /** Every path that was added, in the form in which it was added. */
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

    /**
     * Tests the pattern against the whole path. There are few patterns, but a stranger may send a path of very many
     * segments.
     */
    private static boolean isBelow(String path, String pattern) {
        return pattern.endsWith(ALL_BELOW) && path.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
