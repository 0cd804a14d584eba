package io.github.profileengine.log;

/** A log that lacks an entry, has one twice, or in an order that no recording makes. */
public final class LogOrderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    LogOrderException(String problem) {
        super(problem);
    }
}
