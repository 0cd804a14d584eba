package io.github.profileengine.wire;

/** Ends the reading of a line of a state or log at its first fault; whoever knows the line adds its number. */
final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    LineFault(String problem) {
        // No stack trace: it is caught a few frames up, and hostile input may cause one a line.
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
