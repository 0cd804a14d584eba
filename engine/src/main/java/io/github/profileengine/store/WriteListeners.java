package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.log.Recording;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who is told of every write. Safe for every thread. */
final class WriteListeners {
    /** What whoever comes too late is told. */
    static final String OVER = "the engine is closed";

    private static final Recording[] NONE = new Recording[0];

    private final ChangeFeed feed;
    private volatile Recording[] recordings = NONE;
    // Written under the monitor.
    private volatile boolean closed;

    /**
     * Nobody yet.
     *
     * @param settling waits for the batches that are running
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

    /** Adds a recording, which ends at once if all is over. Only while no batch runs: a log begins between two. */
    synchronized void add(Recording recording) {
        if (closed) {
            recording.close();
        }
        recordings = Stream.concat(running(), Stream.of(recording)).toArray(Recording[]::new);
    }

    private Stream<Recording> running() {
        return Arrays.stream(recordings).filter(recording -> !recording.isEnded());
    }

    /**
     * Before a batch begins: waits where a recording asks for it, and forgets recordings that ended. Throws
     * {@code IllegalStateException} if all was over meanwhile.
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

    /** Has every recording take something in. One that lacks the memory for it ends, and the others go on. */
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

    /** Ends every recording, as what was to be recorded failed half-way. */
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
