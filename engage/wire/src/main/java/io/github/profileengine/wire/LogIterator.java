package io.github.profileengine.wire;

import io.github.profileengine.log.LogEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Iterates over the entries that a {@link LogReader} has not read yet. */
final class LogIterator implements Iterator<LogEntry> {

    private final LogReader reader;
    private @Nullable LogEntry next;

    LogIterator(LogReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = reader.read();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return next != null;
    }

    @Override
    public LogEntry next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the log has ended");
        }
        LogEntry entry = next;
        next = null;
        return entry;
    }
}
