package io.github.profileengine.testdouble;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.http.RouteKind;
import io.github.profileengine.testdouble.http.Routes;
import java.util.Map;

/**
 * Answers other requests of SDKs with empty content, in the form that an SDK accepts: no feature flags, no messages, no
 * remote settings, and a session recording that succeeded.
 *
 * <p>Feature flags have two forms. An SDK that asks which variants a user gets expects an object by flag names; the
 * server SDK for Python also expects a code. An SDK that decides the variants itself asks for the definitions of all
 * flags, which are a list. An object there makes the SDKs for Node, Python and Go fail.
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

    /** Whether a path, without the prefix, is one of these. */
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
