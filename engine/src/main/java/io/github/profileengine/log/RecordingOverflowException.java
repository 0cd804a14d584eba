package io.github.profileengine.log;

/** A recording that ended because its queue was full: entries are missing from here on. */
public final class RecordingOverflowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RecordingOverflowException(long capacity) {
        super("the recording ended: its queue of " + capacity + " updates was full and nobody read it");
    }
}
