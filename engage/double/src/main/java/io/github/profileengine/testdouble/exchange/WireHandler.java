package io.github.profileengine.testdouble.exchange;

/** Handles the requests to a route. Many threads call it at once. */
@FunctionalInterface
public interface WireHandler {
    /** Answers a request. All effects of the request are complete when this method returns. */
    WireAnswer handle(WireRequest request);
}
