package io.github.profileengine.architecture.wrong.packed;

/** The one right example: a reader that lets a writer go first. */
public final class Waits {
    private volatile boolean written;

    /** Called by the writer. */
    public void write() {
        written = true;
    }

    /** Returns when there is something to read. */
    public void await() {
        while (!written) {
            Thread.onSpinWait();
        }
    }
}
