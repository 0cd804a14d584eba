package io.github.profileengine.testdouble.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came. Immutable.
 *
 * @param time when the request had arrived, by the clock of the double
 * @param method the HTTP method
 * @param target the request target as received, with its query; bytes beyond ASCII are percent-encoded
 * @param headers the headers as the server parsed them: the values of each name in order, names without regard to case
 * @param remoteAddress the address that the request came from, without port
 * @param body the exact bytes of the body
 */
public record JournaledRequest(
        Instant time,
        String method,
        String target,
        Map<String, List<String>> headers,
        String remoteAddress,
        Bytes body) {

    /** Copies the headers. */
    public JournaledRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * The path of the target: without its query, and without the scheme and the host that a client adds if it takes the
     * double for its proxy.
     */
    public String path() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        int scheme = path.indexOf("://");
        if (scheme < 0 || path.startsWith("/")) {
            return path;
        }
        int begin = path.indexOf('/', scheme + "://".length());
        return begin < 0 ? "/" : path.substring(begin);
    }
}
