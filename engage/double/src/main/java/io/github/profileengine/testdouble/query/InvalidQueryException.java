package io.github.profileengine.testdouble.query;

/** Thrown for parameters that are no valid query. The message names the parameter. */
public final class InvalidQueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidQueryException(String parameter, String problem) {
        super(parameter + ", " + problem);
    }
}
