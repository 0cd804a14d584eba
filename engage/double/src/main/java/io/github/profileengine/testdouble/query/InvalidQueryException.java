package io.github.profileengine.testdouble.query;

/** Parameters that make no query; the message names the parameter. */
public final class InvalidQueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidQueryException(String parameter, String problem) {
        super(parameter + ", " + problem);
    }
}
