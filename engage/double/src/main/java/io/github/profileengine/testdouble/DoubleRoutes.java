package io.github.profileengine.testdouble;

import io.github.profileengine.testdouble.http.RouteKind;
import io.github.profileengine.testdouble.http.Routes;
import io.github.profileengine.testdouble.ingestion.Ingestion;
import java.util.List;
import java.util.stream.Stream;

/** The paths that SDKs and readers of profiles use, and their handlers. */
final class DoubleRoutes {
    private static final List<String> QUERIES = List.of("/api/query/engage", "/api/2.0/engage");

    private DoubleRoutes() {}

    static Routes of(EngageDoubleBuilder builder, Ingestion ingestion, QueryRoute query) {
        Routes routes = new Routes(builder.prefix);
        QUERIES.forEach(path -> routes.add(RouteKind.READ, path, query));
        for (Endpoint endpoint : Endpoint.values()) {
            routes.add(RouteKind.INGESTION, endpoint.path(), endpoint.handler(ingestion));
        }
        builder.routes.forEach((path, endpoint) -> routes.add(RouteKind.INGESTION, path, endpoint.handler(ingestion)));
        SdkRoutes.addTo(routes.lost(ingestion::lost).hint(ingestionPaths(builder)));
        return routes;
    }

    private static List<String> ingestionPaths(EngageDoubleBuilder builder) {
        Stream<String> endpoints = Stream.of(Endpoint.values()).map(Endpoint::path);
        return Stream.concat(endpoints, builder.routes.keySet().stream().sorted())
                .distinct()
                .toList();
    }

    /**
     * Fails if an additional path of an endpoint is taken already.
     *
     * @throws IllegalArgumentException if it is the path of another endpoint, of a query, or of another request of SDKs
     */
    static void requireFree(String path, Endpoint endpoint) {
        for (Endpoint known : Endpoint.values()) {
            if (known != endpoint && known.path().equals(path)) {
                throw new IllegalArgumentException(path + " is the path of another endpoint of the API");
            }
        }
        if (QUERIES.contains(path) || SdkRoutes.take(path)) {
            throw new IllegalArgumentException(path + " is a path that the double answers at already");
        }
    }
}
