package io.github.profileengine.testdouble.exchange;

/** What a route does. Called by many threads at once. */
@FunctionalInterface
public interface WireHandler {
    /** The answer to a request; its effects are complete. */
    WireAnswer handle(WireRequest request);
}
