package io.github.profileengine.testdouble;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.http.RouteKind;
import io.github.profileengine.testdouble.http.Routes;
import java.util.Map;

/**
 * Other things that SDKs ask for, answered with nothing in them and in the shape that keeps an SDK content: no feature
 * flags, no messages, no remote settings, and a session recording that went well.
 */
final class SdkRoutes {
    private static final Map<String, String> ANSWERS = Map.of(
            "/flags", "{\"flags\":{},\"status\":\"OK\"}",
            "/decide", "{\"notifications\":[],\"surveys\":[]}",
            "/settings", "{\"sdk_config\":{\"config\":{}}}",
            "/record", "{\"code\":200,\"status\":\"OK\"}");

    private SdkRoutes() {}

    /** Whether these take a path, which is as below the prefix. */
    static boolean take(String path) {
        return ANSWERS.keySet().stream().anyMatch(its -> path.equals(its) || path.startsWith(its + "/"));
    }

    static void addTo(Routes routes) {
        ANSWERS.forEach((path, json) -> {
            WireHandler handler = request -> WireAnswer.json(200, json);
            routes.add(RouteKind.INGESTION, path, handler).add(RouteKind.INGESTION, path + "/*", handler);
        });
    }
}
