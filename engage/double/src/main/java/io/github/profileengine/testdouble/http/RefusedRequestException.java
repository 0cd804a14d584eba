package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.WireAnswer;

/** A request that is answered without being handled. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final WireAnswer answer;

    RefusedRequestException(WireAnswer answer) {
        super("status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    static RefusedRequestException of(int status, String error) {
        return new RefusedRequestException(CommonAnswers.error(status, error));
    }

    /** One after which nobody knows where the next request begins. */
    static RefusedRequestException last(int status, String error) {
        return new RefusedRequestException(of(status, error).answer.asLast());
    }

    WireAnswer answer() {
        return answer;
    }
}
