package io.github.profileengine.testdouble.http;

import java.time.Duration;
import java.util.Set;

/**
 * How the server takes requests. Immutable.
 *
 * @param maxBodyBytes the longest body of a request
 * @param allowedHosts names that it answers to beside addresses, {@code localhost} and those of the API
 * @param maxArrival how long a request may take from its first byte to its last
 * @param maxClosing how long closing waits for what has arrived to be answered
 */
public record HttpOptions(int maxBodyBytes, Set<String> allowedHosts, Duration maxArrival, Duration maxClosing) {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there is no time to arrive in
     */
    public HttpOptions {
        allowedHosts = Set.copyOf(allowedHosts);
        maxArrival = timely(maxArrival);
    }

    /**
     * How long a request may take to arrive, if that is possible; three centuries are as good as no end.
     *
     * @throws IllegalArgumentException if there is no time to arrive in
     */
    public static Duration timely(Duration maxArrival) {
        if (maxArrival.isNegative() || maxArrival.isZero()) {
            throw new IllegalArgumentException("a request needs time to arrive, not " + maxArrival);
        }
        return maxArrival.compareTo(LONGEST) < 0 ? maxArrival : LONGEST;
    }
}
