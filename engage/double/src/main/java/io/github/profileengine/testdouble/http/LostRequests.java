package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.JournaledRequest;

/**
 * Receives requests that carry data but reach nothing: those with an unknown path, method or host name. Also receives
 * requests of SDKs whose body is too large; the body is left out. Most SDKs do not look at the answer, so a test that
 * waits for sent data learns of the loss here. Called by any thread.
 */
@FunctionalInterface
public interface LostRequests {
    /** Ignores all lost requests. */
    LostRequests IGNORED = (request, answer, problem) -> {};

    /**
     * Notes a request, before it is answered.
     *
     * @param answer the answer that it will get
     * @param problem why it was not accepted
     */
    void note(JournaledRequest request, WireAnswer answer, String problem);
}
