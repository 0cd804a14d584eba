package io.github.profileengine.wire;

/** Ends a quick reading at a record beyond a bound; the careful reading then tells which, and passes over the record. */
final class BoundExceededException extends RuntimeException {

    static final BoundExceededException INSTANCE = new BoundExceededException();

    private static final long serialVersionUID = 1L;

    private BoundExceededException() {
        super("a record beyond a bound", null, false, false);
    }
}
