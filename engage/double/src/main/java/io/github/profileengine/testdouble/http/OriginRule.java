package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.Headers;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import org.jspecify.annotations.Nullable;

/** Decides what pages of other origins may do (CORS). */
final class OriginRule {
    private static final String ORIGIN = "Origin";

    private OriginRule() {}

    /** Whether a request comes from a page of another origin. Browsers send this information; other clients do not. */
    static boolean isForeign(Headers headers) {
        String origin = headers.getFirst(ORIGIN);
        if (origin != null) {
            String host = headers.getFirst("Host");
            return !origin.equals("http://" + host) && !origin.equals("https://" + host);
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether a browser navigates to a page as a document of its own, because somebody followed a link to it. */
    static boolean isVisit(Headers headers) {
        return headers.getFirst(ORIGIN) == null
                && "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
                && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
    }

    /**
     * Lets the page that sent the request read the answer. Credentials are allowed, because the browser SDK sends them.
     */
    static WireAnswer open(WireAnswer answer, Headers headers) {
        String origin = headers.getFirst(ORIGIN);
        return origin == null
                ? answer
                : answer.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Allow-Credentials", "true")
                        .with("Vary", ORIGIN);
    }

    /** The answer to a preflight request, with which a browser asks whether a page may send a request. */
    static WireAnswer preflight(@Nullable String requestedHeaders) {
        WireAnswer answer = WireAnswer.empty(204)
                .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .with("Access-Control-Max-Age", "86400");
        return requestedHeaders == null ? answer : answer.with("Access-Control-Allow-Headers", requestedHeaders);
    }
}
