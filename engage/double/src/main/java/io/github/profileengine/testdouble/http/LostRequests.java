package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.JournaledRequest;

/**
 * Is told of requests that carry something to where nothing takes it, another path, method or host, and of those of
 * SDKs with a body that is too large, which is left out. SDKs mostly do not look at the answer, so whoever waits for
 * what they sent learns of it here. Called by any thread.
 */
@FunctionalInterface
public interface LostRequests {
    /** Nobody wants to know. */
    LostRequests IGNORED = (request, answer, problem) -> {};

    /**
     * Takes note of a request, before it is answered.
     *
     * @param answer what it will get
     * @param problem why nothing took it
     */
    void note(JournaledRequest request, WireAnswer answer, String problem);
}
