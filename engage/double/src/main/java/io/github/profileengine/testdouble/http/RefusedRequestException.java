package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;

/** A request that is answered without being handled. Its connection ends: nobody knows where the next one begins. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final WireAnswer answer;

    private final boolean abrupt;

    private RefusedRequestException(String problem, WireAnswer answer, boolean abrupt) {
        super(problem, null, false, false);
        this.answer = answer.asLast();
        this.abrupt = abrupt;
    }

    /** One whose body, as far as it is unread, can still be read. */
    RefusedRequestException(WireAnswer answer) {
        this("status " + answer.status(), answer, false);
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

    /** Whether nothing more is to be read from the connection. */
    boolean isAbrupt() {
        return abrupt;
    }
}
