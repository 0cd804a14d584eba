package io.github.profileengine.wire;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrder;
import io.github.profileengine.log.LogOrderException;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log as {@link LogWriter} writes it, entry by entry, plain or gzip. Memory is bounded by the longest line and
 * the largest entry: the part of one batch that one shard applied, or a restored state.
 *
 * <p>The reader refuses whatever was cut, altered, moved, repeated or added, and names the line. But only the checksum
 * proves the log: until {@link #read} has returned null, entries that were read may still turn out to be altered.
 *
 * <p>Not thread-safe.
 */
public final class LogReader implements AutoCloseable {

    private final FileLines lines;
    private final EntryReader reader;
    private final LogOrder order = new LogOrder();
    private final ReducerOptions options;
    private final StateHash start;
    private long line;
    private long entries;
    private long updates;
    private boolean ended;
    private @Nullable StateHash end;
    private @Nullable FileProblem problem;
    private @Nullable InvalidFileException failure;

    private LogReader(FileLines lines) throws IOException {
        this.lines = lines;
        this.reader = new EntryReader(lines);
        try {
            if (!lines.next()) {
                FileProblem damage = lines.failure();
                throw new LineFault(damage == null ? "an empty file" : damage.text());
            }
            LineMembers header = readHeader();
            this.options = OptionMembers.read(header.object(LogWriter.OPTIONS));
            this.start = hash(header, LogWriter.START);
            lines.requireText(header());
        } catch (LineFault fault) {
            throw lines.invalid(fault);
        }
    }

    private LineMembers readHeader() throws IOException, LineFault {
        LineMembers header;
        try {
            header = lines.read();
        } catch (LineFault fault) {
            throw new LineFault(FileFormat.foreign(FileFormat.LOG, fault));
        }
        FileFormat.checkHeader(header, FileFormat.LOG);
        return header;
    }

    private static StateHash hash(LineMembers line, String name) throws LineFault {
        try {
            return StateHash.of(line.text(name));
        } catch (IllegalArgumentException e) {
            throw new LineFault(name + ", not a state hash");
        }
    }

    /**
     * Opens a log and reads its first line.
     *
     * @param in closed by {@link #close}, or if this method fails
     * @param options see {@link ReaderOptions#fileDefaults}
     * @throws InvalidFileException if it is no log
     * @throws IOException if reading failed
     */
    public static LogReader of(InputStream in, ReaderOptions options) throws IOException {
        return open(in, options, true);
    }

    /**
     * As {@link #of}, for a log that was cut off or damaged. Reading ends without an exception before the first line
     * that cannot be used, and {@link #problem} says why. If only a part of a slice can be used, that part is returned.
     * Lines need not be exactly what the writer writes, so a log may be edited by hand.
     */
    public static LogReader lenient(InputStream in, ReaderOptions options) throws IOException {
        return open(in, options, false);
    }

    private static LogReader open(InputStream in, ReaderOptions options, boolean strict) throws IOException {
        FileLines lines = new FileLines(in, options, strict);
        try {
            return new LogReader(lines);
        } catch (IOException | RuntimeException | Error notBegun) {
            lines.close();
            throw notBegun;
        }
    }

    /** The first line, in canonical text. */
    public String header() {
        return CanonicalText.of(LogWriter.header(options, start));
    }

    /** The options of the engine that was recorded. */
    public ReducerOptions options() {
        return options;
    }

    /** The hash of the state that the log continues. */
    public StateHash start() {
        return start;
    }

    /**
     * The next entry; null after the last.
     *
     * @throws InvalidFileException at the first fault, unless this reader is lenient
     * @throws IOException if reading failed
     */
    public @Nullable LogEntry read() throws IOException {
        if (failure != null) {
            throw failure;
        } else if (ended) {
            return null;
        }
        try {
            return next();
        } catch (InvalidFileException fault) {
            return endAt(fault);
        }
    }

    /**
     * The entries not read yet, for {@code ProfileEngine.replay}. They can be iterated once. Iterating throws
     * {@code UncheckedIOException} where {@link #read} throws {@code IOException}.
     */
    public Iterable<LogEntry> entries() {
        return () -> new LogIterator(this);
    }

    /** The line where the last entry read begins, from 1. The updates of the entry are on the lines after it. */
    public long line() {
        return line;
    }

    /** After a lenient reading: why it ended before the log did, or what is wrong with the last lines. */
    public Optional<FileProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** After the last entry: the hash of the state that the log leads to, if the writer knew it. */
    public Optional<StateHash> end() {
        return Optional.ofNullable(end);
    }

    private @Nullable LogEntry endAt(InvalidFileException fault) throws InvalidFileException {
        ended = true;
        if (lines.isStrict()) {
            failure = fault;
            throw fault;
        }
        problem = fault.problem();
        return null;
    }

    private @Nullable LogEntry next() throws IOException {
        LineMembers first = lines.readNext();
        line = lines.number();
        try {
            if (first.has(FileFormat.END)) {
                readEnd(first);
                return null;
            }
            LogEntry entry = entry(first);
            order.accept(entry);
            return entry;
        } catch (LineFault fault) {
            throw lines.invalid(fault);
        } catch (LogOrderException misplaced) {
            throw new InvalidFileException(new FileProblem(line, String.valueOf(misplaced.getMessage())));
        }
    }

    private LogEntry entry(LineMembers first) throws IOException, LineFault {
        LogEntry entry = reader.read(first);
        entries++;
        updates += entry instanceof LogEntry.Slice slice ? slice.updates().size() : 0;
        if (reader.cut() != null) {
            endAt(reader.cut());
        }
        return entry;
    }

    private void readEnd(LineMembers first) throws IOException, LineFault {
        ended = true;
        first.requireOnly(FileFormat.END);
        lines.requireText(CanonicalText.of(first.all()));
        LineMembers content = first.object(FileFormat.END);
        content.requireOnly(LogWriter.ENTRIES, LogHead.UPDATES, FileFormat.STATE_HASH);
        FileFormat.requireCount(content, LogWriter.ENTRIES, entries);
        FileFormat.requireCount(content, LogHead.UPDATES, updates);
        end = content.has(FileFormat.STATE_HASH) ? hash(content, FileFormat.STATE_HASH) : null;
        lines.requireChecksum(lines.readNext());
        if (lines.next()) {
            throw new LineFault("something follows the checksum");
        }
        FileProblem damage = lines.failure();
        if (damage != null) {
            throw new InvalidFileException(damage);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
