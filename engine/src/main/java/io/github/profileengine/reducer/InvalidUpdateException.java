package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;

/** An update that no engine would accept, found when it is built. */
public final class InvalidUpdateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    InvalidUpdateException(Rule rule, String field, String problem) {
        this(Rejection.of(rule, field, problem));
    }

    private InvalidUpdateException(Rejection rejection) {
        super(rejection.message());
        this.rejection = rejection;
    }

    /** The record's field that is wrong. */
    public String field() {
        return rejection.field();
    }

    /** The stable code. */
    public Rule rule() {
        return rejection.rule();
    }
}
