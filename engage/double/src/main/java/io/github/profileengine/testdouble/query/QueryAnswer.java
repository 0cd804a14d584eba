package io.github.profileengine.testdouble.query;

import io.github.profileengine.value.CanonicalText;
import java.util.Map;

/**
 * The answer to a query.
 *
 * @param status 200 or 400
 * @param json an object in canonical text
 */
public record QueryAnswer(int status, String json) {
    private static final int BAD_REQUEST = 400;

    /** The answer to an invalid request: <code>{"error":..,"status":"error"}</code>. */
    public static QueryAnswer badRequest(String error) {
        return new QueryAnswer(BAD_REQUEST, CanonicalText.of(Map.of("error", error, "status", "error")));
    }
}
