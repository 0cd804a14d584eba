package io.github.profileengine.cli;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.reducer.Update;
import org.jspecify.annotations.Nullable;

/** Reads a log as segments of updates. Each segment ends with a barrier or with the end of the log. Not thread-safe. */
final class LogSegments {

    /** Receives an update and its line. */
    @FunctionalInterface
    interface UpdateLines {
        void accept(Update update, long line);
    }

    private final OpenedLog log;
    private long updates;
    private long barriers;

    LogSegments(OpenedLog log) {
        this.log = log;
    }

    /** Passes on all updates before the next barrier, and returns the barrier; null at the end of the log. */
    @Nullable
    LogEntry next(UpdateLines action) throws UnusableFileException {
        LogEntry entry = log.read();
        while (entry instanceof LogEntry.Slice slice) {
            long line = log.line();
            for (Update update : slice.updates()) {
                action.accept(update, ++line);
                updates++;
            }
            entry = log.read();
        }
        barriers += entry == null ? 0 : 1;
        return entry;
    }

    /** Reads to the end, where the checksum proves what was read. */
    void finish() throws UnusableFileException {
        LogEntry barrier;
        do {
            barrier = next((update, line) -> {});
        } while (barrier != null);
    }

    /** The line of the last returned barrier, or of the end. */
    long line() {
        return log.line();
    }

    /** How many updates were passed on. */
    long updates() {
        return updates;
    }

    /** How many barriers were returned. */
    long barriers() {
        return barriers;
    }
}
