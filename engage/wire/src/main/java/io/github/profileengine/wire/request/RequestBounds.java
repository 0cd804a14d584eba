package io.github.profileengine.wire.request;

/**
 * The limits of a request. Immutable.
 *
 * @param maxBodyBytes the longest body, as received
 * @param maxInflatedBytes the most bytes that a gzip body may inflate to
 * @param maxParameters the most parameters in the query, and the most in a form
 */
public record RequestBounds(int maxBodyBytes, int maxInflatedBytes, int maxParameters) {

    private static final RequestBounds DEFAULTS = new RequestBounds(10 << 20, 64 << 20, 1000);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public RequestBounds {
        if (maxBodyBytes <= 0 || maxInflatedBytes <= 0 || maxParameters <= 0) {
            throw new IllegalArgumentException("bounds must be positive: " + maxBodyBytes + " body bytes, "
                    + maxInflatedBytes + " inflated bytes, " + maxParameters + " parameters");
        }
    }

    /** The default: a body of 10 MiB, 64 MiB inflated, 1,000 parameters. */
    public static RequestBounds defaults() {
        return DEFAULTS;
    }

    public RequestBounds withMaxBodyBytes(int bytes) {
        return new RequestBounds(bytes, maxInflatedBytes, maxParameters);
    }

    public RequestBounds withMaxInflatedBytes(int bytes) {
        return new RequestBounds(maxBodyBytes, bytes, maxParameters);
    }

    public RequestBounds withMaxParameters(int parameters) {
        return new RequestBounds(maxBodyBytes, maxInflatedBytes, parameters);
    }
}
