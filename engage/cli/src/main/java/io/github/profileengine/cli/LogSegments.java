package io.github.profileengine.cli;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.reducer.Update;
import org.jspecify.annotations.Nullable;

/** A log as runs of updates, each up to a barrier or the end. For one thread. */
final class LogSegments {

    /** Takes an update and the line that it stands on. */
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

    /** Hands on all updates before the next barrier, and answers that; null at the end of the log. */
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

    /** Reads to the end, which proves what was read. */
    void finish() throws UnusableFileException {
        LogEntry barrier;
        do {
            barrier = next((update, line) -> {});
        } while (barrier != null);
    }

    /** The line of the barrier that was answered last, or of the end. */
    long line() {
        return log.line();
    }

    /** How many updates were handed on. */
    long updates() {
        return updates;
    }

    /** How many barriers were answered. */
    long barriers() {
        return barriers;
    }
}
