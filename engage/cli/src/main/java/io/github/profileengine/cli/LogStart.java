package io.github.profileengine.cli;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.wire.ReaderOptions;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The state that a log continues.
 *
 * @param name the file that it was loaded from; null for the empty state
 * @param state the state
 */
record LogStart(@Nullable String name, Snapshot state) {

    /** Loads the state from a file; the empty state if there is no name. */
    static LogStart load(@Nullable String name, InputStream standardInput, ReaderOptions options)
            throws UnusableFileException {
        Snapshot state = name == null ? Snapshot.builder().build() : StateFile.load(name, standardInput, options);
        return new LogStart(name, state);
    }

    /** Whether a log continues this state. */
    boolean isOf(OpenedLog log) {
        return state.stateHash().equals(log.reader().start());
    }

    /** Fails unless a log continues this state. */
    void require(OpenedLog log) throws UnusableFileException {
        if (isOf(log)) {
            return;
        }
        StateHash due = log.reader().start();
        throw name == null
                ? new UnusableFileException(
                        log.name(), "continues a state that is not empty; give it with --load, its hash is " + due)
                : new UnusableFileException(
                        name, "is not the state that " + log.name() + " continues, whose hash is " + due);
    }
}
