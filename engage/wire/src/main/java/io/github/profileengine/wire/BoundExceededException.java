package io.github.profileengine.wire;

/**
 * Ends a quick reading at a record beyond a bound; the careful reading then tells which, and passes over the record.
 */
final class BoundExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BoundExceededException() {
        // No stack trace: it is caught a few frames up, and hostile input may cause one a record.
        super("a record beyond a bound", null, false, false);
    }
}
