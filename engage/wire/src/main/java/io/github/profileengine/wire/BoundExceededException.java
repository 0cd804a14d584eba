package io.github.profileengine.wire;

/**
 * Ends the fast path at a record that exceeds a bound. The careful path then finds out which bound, and skips the
 * record.
 */
final class BoundExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BoundExceededException() {
        // No stack trace: the exception is caught a few frames up, and hostile input may cause one for each record.
        super("a record beyond a bound", null, false, false);
    }
}
