package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.reducer.Rejection;

/** Ends the validation of a record at its first fault. */
final class RejectedFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Rule rule;

    RejectedFieldException(Rule rule, String field, String problem) {
        super(Rejection.message(field, problem), null, false, false);
        this.field = field;
        this.rule = rule;
    }

    private RejectedFieldException(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.field = rejection.field();
        this.rule = rejection.rule();
    }

    static RejectedFieldException of(Rejection rejection) {
        return new RejectedFieldException(rejection);
    }

    String field() {
        return field;
    }

    Rule rule() {
        return rule;
    }
}
