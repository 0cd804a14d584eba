package io.github.profileengine.benchmark.apply;

/** Thrown for a record that the peers reject. */
final class InvalidRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRecordException(String message) {
        super(message, null, false, false);
    }
}
