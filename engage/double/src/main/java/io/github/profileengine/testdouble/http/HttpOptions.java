package io.github.profileengine.testdouble.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How the server accepts requests. Immutable.
 *
 * @param maxBodyBytes the longest body of a request
 * @param allowedHosts names that the server answers to besides addresses, {@code localhost} and the names of the API
 * @param maxArrival how long a request may take from its first byte to its last
 * @param maxClosing how long closing waits until the requests that have arrived are answered
 */
public record HttpOptions(int maxBodyBytes, Set<String> allowedHosts, Duration maxArrival, Duration maxClosing) {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if {@code maxArrival} is not positive
     */
    public HttpOptions {
        allowedHosts = Set.copyOf(allowedHosts);
        maxArrival = timely(maxArrival);
    }

    /** These options with one more name that the server answers to. */
    public HttpOptions withHost(String name) {
        Set<String> names = new HashSet<>(allowedHosts);
        names.add(name);
        return new HttpOptions(maxBodyBytes, names, maxArrival, maxClosing);
    }

    /**
     * Checks how long a request may take to arrive. The result is at most three centuries, which are as good as no
     * limit.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public static Duration timely(Duration maxArrival) {
        if (maxArrival.isNegative() || maxArrival.isZero()) {
            throw new IllegalArgumentException("maxArrival must be positive, not " + maxArrival);
        }
        return maxArrival.compareTo(LONGEST) < 0 ? maxArrival : LONGEST;
    }
}
