package io.github.profileengine.testdouble;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.http.RouteKind;
import io.github.profileengine.testdouble.http.Routes;
import java.util.Map;

/**
 * Other things that SDKs ask for, answered with nothing in them and in the shape that keeps an SDK content: no feature
 * flags, no messages, no remote settings, and a session recording that went well.
 *
 * <p>Flags have two shapes. Who asks which variants a user gets wants an object by the names of flags, and of servers'
 * SDKs the one for Python a code as well. Who decides that itself asks for the definitions of all flags, which are a
 * list: an object fails in the SDKs for Node, Python and Go.
 */
final class SdkRoutes {
    private static final String DEFINITIONS = "/flags/definitions";
    private static final String NO_DEFINITIONS = "{\"flags\":[]}";

    private static final Map<String, String> ANSWERS = Map.of(
            "/flags", "{\"code\":200,\"flags\":{},\"status\":\"OK\"}",
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
            WireHandler handler = answering(json);
            routes.add(RouteKind.INGESTION, path, handler).add(RouteKind.INGESTION, path + "/*", handler);
        });
        routes.add(RouteKind.INGESTION, DEFINITIONS, answering(NO_DEFINITIONS));
    }

    private static WireHandler answering(String json) {
        return request -> WireAnswer.json(200, json);
    }
}
