package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;

/** Thrown when an update is built that no engine would accept. */
public final class InvalidUpdateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final Rule rule;

    InvalidUpdateException(Rule rule, String field, String problem) {
        this(Rejection.of(rule, field, problem));
    }

    private InvalidUpdateException(Rejection rejection) {
        super(rejection.message());
        this.field = rejection.field();
        this.rule = rejection.rule();
    }

    /** The record's field that is wrong. */
    public String field() {
        return field;
    }

    /** The stable code. */
    public Rule rule() {
        return rule;
    }
}
