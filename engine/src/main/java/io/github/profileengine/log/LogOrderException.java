package io.github.profileengine.log;

/** Thrown for a log that lacks an entry, repeats one, or has an order that no recording produces. */
public final class LogOrderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    LogOrderException(String problem) {
        super(problem);
    }
}
