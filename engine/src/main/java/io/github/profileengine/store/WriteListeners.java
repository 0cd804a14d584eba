package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.log.Recording;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The recordings and subscribers, which are told of every write. Thread-safe. */
final class WriteListeners {
    /** The message of calls that come after the end. */
    static final String OVER = "the engine is closed";

    private static final Recording[] NONE = new Recording[0];

    private final ChangeFeed feed;
    private volatile Recording[] recordings = NONE;
    // Written under the monitor.
    private volatile boolean closed;

    /**
     * Begins without listeners.
     *
     * @param settling waits until the batches that are running have ended
     */
    WriteListeners(Runnable settling) {
        feed = new ChangeFeed(settling);
    }

    ChangeFeed feed() {
        return feed;
    }

    /** The recordings that have not ended; not to be changed. */
    Recording[] recordings() {
        return recordings;
    }

    /**
     * Adds a recording; it ends at once if the engine is closed. Only while no batch runs, as a log begins between two
     * batches.
     */
    synchronized void add(Recording recording) {
        if (closed) {
            recording.close();
        }
        recordings = Stream.concat(running(), Stream.of(recording)).toArray(Recording[]::new);
    }

    /** Throws {@code IllegalStateException} if the engine does not fill this recording, or no longer. */
    void requireRunning(Recording recording) {
        if (recording.isEnded()) {
            throw new IllegalStateException("the recording has ended before, so the state at its end is not known");
        } else if (!Arrays.asList(recordings).contains(recording)) {
            throw new IllegalStateException("the recording is another engine's");
        }
    }

    private Stream<Recording> running() {
        return Arrays.stream(recordings).filter(recording -> !recording.isEnded());
    }

    /**
     * Called before a batch begins: waits for room in a recording that asks for it, and forgets recordings that ended.
     * Throws {@code IllegalStateException} if the engine is closed.
     */
    void prepare() {
        for (Recording recording : recordings) {
            if (recording.isEnded()) {
                forgetEnded();
            } else {
                recording.awaitRoom();
            }
        }
        if (closed) {
            throw new IllegalStateException(OVER);
        }
    }

    private synchronized void forgetEnded() {
        recordings = running().toArray(Recording[]::new);
    }

    /** Passes an entry to every recording. A recording that lacks the memory for it ends, and the others go on. */
    static void record(Recording[] all, Consumer<Recording> entry) {
        VirtualMachineError failure = null;
        for (Recording recording : all) {
            try {
                entry.accept(recording);
            } catch (VirtualMachineError failed) {
                recording.fail();
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends every recording with an error, because the work to be recorded failed halfway. */
    void failRecordings() {
        for (Recording recording : recordings) {
            recording.fail();
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
            for (Recording recording : recordings) {
                recording.close();
            }
        }
        feed.close();
    }
}
