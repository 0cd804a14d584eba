package io.github.profileengine.wire;

import java.io.IOException;

/** Thrown for a file that is not a usable state or log, or is truncated, altered or in wrong order. */
public final class InvalidFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    InvalidFileException(FileProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** The problem and its line. */
    public FileProblem problem() {
        return problem;
    }
}
