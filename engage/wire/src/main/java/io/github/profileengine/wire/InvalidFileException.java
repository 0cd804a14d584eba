package io.github.profileengine.wire;

import java.io.IOException;

/** A state or log that cannot be used: it is none, or was cut, altered or put together in an order that none has. */
public final class InvalidFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    InvalidFileException(FileProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong, and where. */
    public FileProblem problem() {
        return problem;
    }
}
