package io.github.profileengine.wire;

/** Ends the reading of a line of a state or log at its first fault. The caller adds the number of the line. */
final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    LineFault(String problem) {
        // No stack trace: the exception is caught a few frames up, and hostile input may cause one for each line.
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
