package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.wire.request.RequestFault;

/**
 * A request that is answered without being handled. Its connection is closed, because nobody knows where the next
 * request begins.
 */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int TOO_LARGE = 413;

    @SuppressWarnings("serial") // never serialized
    private final WireAnswer answer;

    private final boolean abrupt;

    private RefusedRequestException(String problem, WireAnswer answer, boolean abrupt) {
        super(problem, null, false, false);
        this.answer = answer.asLast();
        this.abrupt = abrupt;
    }

    /** A refusal because the body is longer than allowed. The unread part of the body can still be read. */
    static RefusedRequestException tooLarge(int maxBytes) {
        RequestFault fault = RequestFault.tooLarge(maxBytes);
        return new RefusedRequestException(fault.message(), CommonAnswers.tooLarge(fault), false);
    }

    /** A refusal of a request whose body can still be read. */
    static RefusedRequestException of(int status, String error) {
        return new RefusedRequestException(error, CommonAnswers.error(status, error), false);
    }

    /** A refusal of a request whose body has no known end. */
    static RefusedRequestException abrupt(int status, String error) {
        return new RefusedRequestException(error, CommonAnswers.error(status, error), true);
    }

    /** The same refusal with another answer. */
    RefusedRequestException with(WireAnswer other) {
        return new RefusedRequestException(problem(), other, abrupt);
    }

    /** Why the request is refused. */
    String problem() {
        return String.valueOf(getMessage());
    }

    WireAnswer answer() {
        return answer;
    }

    /** Whether the body is longer than allowed. */
    boolean isTooLarge() {
        return answer.status() == TOO_LARGE;
    }

    /** Whether nothing more may be read from the connection. */
    boolean isAbrupt() {
        return abrupt;
    }
}
