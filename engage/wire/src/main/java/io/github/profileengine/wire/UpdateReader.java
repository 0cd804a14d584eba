package io.github.profileengine.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input as a sequence of JSON texts, each a record or a list of records: NDJSON, a pretty-printed list, one
 * update, or any mix of these; plain or gzip.
 *
 * <p>A line that is a whole JSON text is read as one. A line that ends inside an open list or object continues on the
 * next lines. If that longer text proves malformed or too long, only the line where it began is rejected, and reading
 * resumes at the line after it. A malformed text applies nothing: none of its records is delivered. Lines end with LF
 * or CRLF. Blank lines are ignored, and a UTF-8 byte order mark at the start is skipped. A problem of a record or text
 * is a value, {@link DecodedRecord.Invalid}, never an exception.
 *
 * <p>Memory is bounded by {@link ReaderOptions#maxTextBytes()}, and for NDJSON by the longest line. Not thread-safe.
 */
public final class UpdateReader implements AutoCloseable {

    /** The most texts that the careful path reads before the fast path is tried again. */
    private static final int MOST_CAREFUL_TEXTS = 1024;

    private static final int LONGEST_QUICK_LINE = 256 * 1024;

    private final @Nullable InputStream in;
    private final InputWindow window;
    private final TextFramer framer;
    private final BlockDecoder block;
    private final TextDecoder<DecodedRecord> text;
    private final int maxRecordsPerText;
    private final List<DecodedRecord> ready = new ArrayList<>();
    private int readyAt;
    private long nextIndex;
    private int careful;
    private int carefulNextTime = 1;
    private boolean started;
    private boolean ended;

    private UpdateReader(@Nullable InputStream in, InputWindow window, ReaderOptions options) {
        RecordReader records = new RecordReader(options);
        ParserSource parsers = new ParserSource(options.maxNesting());
        this.in = in;
        this.window = window;
        this.framer = new TextFramer(window, options.maxTextBytes());
        this.block = new BlockDecoder(window, records, parsers, options);
        this.text = new TextDecoder<>(options, records, parsers);
        this.maxRecordsPerText = options.maxRecordsPerText();
    }

    /**
     * Reads from a stream, and inflates it if it begins like gzip. {@link #close()} closes the stream.
     *
     * @throws IOException if the first bytes cannot be read
     */
    public static UpdateReader of(InputStream in, ReaderOptions options) throws IOException {
        InputStream plain = Gzip.inflated(in, options.maxInflatedBytes());
        return new UpdateReader(plain, new InputWindow(plain), options);
    }

    /** Reads from bytes, which must not change during reading and are not inflated. */
    public static UpdateReader of(byte[] bytes, ReaderOptions options) {
        return new UpdateReader(null, new InputWindow(bytes), options);
    }

    /**
     * The next record; null after the last.
     *
     * @throws DamagedGzipException if the input is damaged gzip, after everything before the damage was delivered
     * @throws OversizedInputException if the input inflates to more than allowed, after everything before was delivered
     * @throws IOException if reading failed, after everything before was delivered
     */
    public @Nullable DecodedRecord read() throws IOException {
        while (true) {
            if (readyAt < ready.size()) {
                return ready.get(readyAt++);
            }
            DecodedRecord record = text.next(nextIndex);
            if (record != null) {
                nextIndex++;
                return record;
            }
            ready.clear();
            readyAt = 0;
            if (ended || !advance()) {
                ended = true;
                IOException failure = window.failure();
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
        }
    }

    /**
     * Whether {@link #read} may have to wait for whoever sends the input, who may be waiting for an answer to what came
     * before.
     */
    boolean mayWait() {
        if (readyAt < ready.size() || text.isOpen() || block.holdsMore()) {
            return false;
        }
        int line = window.index(block.isOpen() ? block.line() : framer.line());
        return window.lineFeed(line, window.index(window.limit())) < 0 && window.mayWait();
    }

    /** Makes the records of the next text available; false at the end of the input. */
    private boolean advance() {
        if (!started) {
            started = true;
            skipByteOrderMark();
        }
        return careful == 0 && framer.isFresh() && advanceQuickly() || advanceCarefully();
    }

    /** Returns true if the fast path has read the records of a text; false if the careful path must continue. */
    private boolean advanceQuickly() {
        while (block.isOpen() || openBlock()) {
            BlockDecoder.Found found = block.next(nextIndex, ready);
            if (found == BlockDecoder.Found.TEXT) {
                nextIndex += ready.size();
                return true;
            }
            framer.skipTo(block.line(), block.lineNumber());
            if (found != BlockDecoder.Found.END) {
                slowDown(found == BlockDecoder.Found.UNCLEAR);
                return false;
            }
            carefulNextTime = 1;
        }
        // Waits longer before the next try, because this one searched the bytes of a possible block in vain.
        slowDown(true);
        return false;
    }

    private void slowDown(boolean more) {
        careful = more ? carefulNextTime : 1;
        if (more) {
            carefulNextTime = Math.min(carefulNextTime * 2, MOST_CAREFUL_TEXTS);
        }
    }

    private boolean openBlock() {
        long line = framer.line();
        window.keepFrom(line);
        // Whole lines that are there are a block, however short: whoever sends more may wait for an answer first.
        long searched = line;
        while (window.lineFeed(window.index(searched), window.index(window.limit())) < 0 && !window.hasEnded()) {
            searched = window.limit();
            if (searched - line > LONGEST_QUICK_LINE) {
                return false;
            }
            window.fill();
        }
        return block.open(line, framer.lineNumber());
    }

    private boolean advanceCarefully() {
        careful = Math.max(careful - 1, 0);
        TextFramer.Found found = framer.next();
        if (found == TextFramer.Found.MALFORMED) {
            ready.add(RecordReader.malformed(nextIndex++, framer.malformed()));
        } else if (found == TextFramer.Found.TEXT) {
            text.open(window.bytes(), window.index(framer.textStart()), window.index(framer.textEnd()));
            if (text.closeIfTooManyRecords()) {
                ready.add(RecordReader.tooMany(nextIndex++, maxRecordsPerText));
            }
        }
        return found != TextFramer.Found.END;
    }

    private void skipByteOrderMark() {
        while (window.limit() < ByteOrderMark.BYTES && window.fill()) {
            // The byte order mark may arrive in several reads.
        }
        framer.skipTo(ByteOrderMark.length(window.bytes(), (int) window.limit()), 1);
    }

    /** The number of inflated bytes before the text that is read next, or before the next record of a long text. */
    public long position() {
        if (text.isOpen()) {
            return window.position(text.at());
        }
        return block.isOpen() ? block.line() : framer.line();
    }

    /** Closes the stream that this reader reads from, if any. */
    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
