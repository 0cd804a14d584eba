package io.github.profileengine.wire;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrder;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log, entry by entry, as NDJSON that {@link LogReader} reads.
 *
 * <pre>{@code
 * {"$log":"profile-engine","options":{...},"start":"<state hash>","version":1}
 * {"$slice":{"barrier":0,"sequence":1,"shard":3,"updates":2}}
 * {"$distinct_id":"ada","$set":{"plan":"pro"},"$time":"2026-01-31T12:00:00Z","$token":"shop"}
 * {"$add":{"visits":1},"$distinct_id":"ada","$time":"2026-01-31T12:00:00Z","$token":"shop"}
 * {"$alias":{"alias":"anon-7","barrier":0,"distinct_id":"ada","token":"shop"}}
 * {"$clear":{"barrier":1,"token":"shop"}}
 * {"$restore":{"aliases":0,"barrier":2,"profiles":1}}
 * {"$token":"shop","$distinct_id":"ada","$properties":{"plan":"pro"}}
 * {"$end":{"entries":4,"state_hash":"...","updates":2}}
 * {"$sha256":"..."}
 * }</pre>
 *
 * <p>Every line is canonical text, except the lines of a restored state, which are those of {@link StateWriter}. An
 * update is in its accepted form: the Engage form with the resolved id, the exact time and, if a location was found,
 * {@code $location}. That is an object with {@code from_coordinates} and those of {@code $city}, {@code $region},
 * {@code $country_code} and {@code $timezone} that are known. {@code $sha256} is the SHA-256 of all bytes before its
 * line. {@code state_hash} is present if {@link #end} was given the hash.
 *
 * <p>Not thread-safe. A log that was closed but not {@linkplain #end ended} is incomplete.
 */
public final class LogWriter implements AutoCloseable {

    static final String OPTIONS = "options";
    static final String START = "start";
    static final String ENTRIES = "entries";

    private final SealedOutput out;
    private final LogOrder order = new LogOrder();
    private long entries;
    private long updates;
    private boolean ended;

    /**
     * Begins a log.
     *
     * @param out closed by {@link #close}
     * @param options the options of the engine that is recorded
     * @param start the hash of the state that the log continues
     */
    public LogWriter(OutputStream out, ReducerOptions options, StateHash start) throws IOException {
        this.out = new SealedOutput(out);
        this.out.line(header(options, start));
    }

    static Map<String, Object> header(ReducerOptions options, StateHash start) {
        Map<String, Object> header = new HashMap<>();
        header.put(FileFormat.LOG, FileFormat.PRODUCT);
        header.put(FileFormat.VERSION_NAME, FileFormat.VERSION);
        header.put(OPTIONS, OptionMembers.of(options));
        header.put(START, start.toString());
        return header;
    }

    /** The line of an accepted update; throws {@code IllegalArgumentException} if it is not accepted. */
    public static String line(Update update) {
        return AcceptedUpdate.line(update);
    }

    /** The first line of an entry. An alias or a clear has no other line. */
    public static String head(LogEntry entry) {
        return CanonicalText.of(LogHead.of(entry));
    }

    /**
     * Writes the next entry, which may stay in memory until {@link #flush()}.
     *
     * @throws io.github.profileengine.log.LogOrderException if the entry cannot be the next one; nothing is written
     *     then
     * @throws IllegalArgumentException if the entry holds an update that is not accepted; nothing is written then, and
     *     the entry does not count
     * @throws IllegalStateException if the log has ended
     */
    public void write(LogEntry entry) throws IOException {
        requireOpen();
        if (entry instanceof LogEntry.Slice slice) {
            slice.updates().forEach(AcceptedUpdate::require);
        }
        String head = head(entry);
        order.accept(entry);
        entries++;
        out.line(head);
        if (entry instanceof LogEntry.Slice slice) {
            for (Update update : slice.updates()) {
                out.line(line(update));
                updates++;
            }
        } else if (entry instanceof LogEntry.Restored restored) {
            StateBody.write(restored.state(), out);
        }
    }

    /**
     * Ends the log and flushes the stream.
     *
     * @param state the hash of the state that the log leads to; null if unknown
     * @throws IllegalStateException if the log has ended
     */
    public void end(@Nullable StateHash state) throws IOException {
        requireOpen();
        ended = true;
        Map<String, Object> content = new HashMap<>();
        content.put(ENTRIES, entries);
        content.put(LogHead.UPDATES, updates);
        if (state != null) {
            content.put(FileFormat.STATE_HASH, state.toString());
        }
        out.seal(content);
    }

    // A line after the checksum would make the whole log unreadable.
    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the log has ended");
        }
    }

    /** Writes all lines to the stream and flushes it. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
