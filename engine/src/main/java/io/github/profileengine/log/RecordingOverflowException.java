package io.github.profileengine.log;

/** A recording that ended because there was no room for an entry, or no memory: entries are missing from here on. */
public final class RecordingOverflowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private RecordingOverflowException(String reason) {
        super("the recording ended: " + reason);
    }

    static RecordingOverflowException full(long capacity) {
        return new RecordingOverflowException("its queue of " + capacity + " updates was full and nobody read it");
    }

    static RecordingOverflowException outOfMemory() {
        return new RecordingOverflowException("there was no memory for what came next");
    }
}
