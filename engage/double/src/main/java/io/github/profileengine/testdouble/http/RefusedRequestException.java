package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.wire.request.RequestFault;

/** A request that is answered without being handled. Its connection ends: nobody knows where the next one begins. */
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

    /** One whose body is longer than allowed; as far as it is unread it can still be read. */
    static RefusedRequestException tooLarge(int maxBytes) {
        RequestFault fault = RequestFault.tooLarge(maxBytes);
        return new RefusedRequestException(fault.message(), CommonAnswers.tooLarge(fault), false);
    }

    /** One whose body can still be read. */
    static RefusedRequestException of(int status, String error) {
        return new RefusedRequestException(error, CommonAnswers.error(status, error), false);
    }

    /** One whose body has no end that could be found. */
    static RefusedRequestException abrupt(int status, String error) {
        return new RefusedRequestException(error, CommonAnswers.error(status, error), true);
    }

    /** The same refusal, answered in another way. */
    RefusedRequestException with(WireAnswer other) {
        return new RefusedRequestException(problem(), other, abrupt);
    }

    /** Why it is refused. */
    String problem() {
        return String.valueOf(getMessage());
    }

    WireAnswer answer() {
        return answer;
    }

    /** Whether its body is longer than allowed. */
    boolean isTooLarge() {
        return answer.status() == TOO_LARGE;
    }

    /** Whether nothing more is to be read from the connection. */
    boolean isAbrupt() {
        return abrupt;
    }
}
