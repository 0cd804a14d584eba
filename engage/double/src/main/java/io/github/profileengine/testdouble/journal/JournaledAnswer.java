package io.github.profileengine.testdouble.journal;

/**
 * The answer to a request. Immutable.
 *
 * @param status the HTTP status; 0 if the connection was cut instead
 * @param body the bytes of the body
 */
public record JournaledAnswer(int status, Bytes body) {}
