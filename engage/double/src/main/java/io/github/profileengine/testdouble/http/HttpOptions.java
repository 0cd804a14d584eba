package io.github.profileengine.testdouble.http;

import java.util.Set;

/**
 * How the server takes requests. Immutable.
 *
 * @param maxBodyBytes the longest body of a request
 * @param allowedHosts names that it answers to beside addresses, {@code localhost} and those of the API
 */
public record HttpOptions(int maxBodyBytes, Set<String> allowedHosts) {
    /** Copies the names. */
    public HttpOptions {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
