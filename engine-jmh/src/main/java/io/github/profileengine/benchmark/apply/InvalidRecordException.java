package io.github.profileengine.benchmark.apply;

/** A record the peers refuse. */
final class InvalidRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRecordException(String message) {
        super(message, null, false, false);
    }
}
