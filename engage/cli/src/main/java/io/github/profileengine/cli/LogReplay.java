package io.github.profileengine.cli;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.store.ProfileEngine;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;

/** Applies a log to an engine and counts its updates and other entries. */
final class LogReplay {

    private final OpenedLog log;
    private final Tally tally;
    private final Progress progress;

    LogReplay(OpenedLog log, Tally tally, Progress progress) {
        this.log = log;
        this.tally = tally;
        this.progress = progress;
    }

    /** Applies the whole log. If this fails, a part of it may have been applied. */
    void run(ProfileEngine engine, int threads) throws UnusableFileException {
        try {
            engine.replay(this::entries, threads);
        } catch (UncheckedIOException damaged) {
            throw new UnusableFileException(log.name(), Objects.requireNonNull(damaged.getCause()));
        } catch (IllegalStateException rejected) {
            throw new UnusableFileException(log.name(), "cannot be replayed: " + rejected.getMessage());
        }
    }

    private Iterator<LogEntry> entries() {
        Iterator<LogEntry> entries = log.reader().entries().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public LogEntry next() {
                LogEntry entry = entries.next();
                if (entry instanceof LogEntry.Slice slice) {
                    tally.accept(slice.updates().size());
                }
                progress.show();
                return entry;
            }
        };
    }
}
