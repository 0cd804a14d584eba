package io.github.profileengine.log;

/** Thrown if a recording ended because there was no room or memory for an entry; later entries are missing. */
public final class RecordingOverflowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private RecordingOverflowException(String reason) {
        super("the recording ended: " + reason);
    }

    static RecordingOverflowException full(long capacity) {
        return new RecordingOverflowException("its queue of " + capacity
                + " updates was full: read it faster, give it more room, or let batches wait");
    }

    static RecordingOverflowException outOfMemory() {
        return new RecordingOverflowException("there was no memory for what came next");
    }
}
