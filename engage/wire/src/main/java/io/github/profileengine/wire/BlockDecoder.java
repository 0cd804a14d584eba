package io.github.profileengine.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The quick way through an input: one parser over a block of many lines, each root value a text. It decides nothing
 * that is not plain. At whatever is malformed, cut by the end of the block, beyond a bound or no list or object, it
 * stops before that text and leaves it to the careful way, {@link TextFramer} and {@link TextDecoder}.
 */
final class BlockDecoder {

    /** What {@link #next} found. */
    enum Found {
        /** A whole text, whose records were added. */
        TEXT,
        /** No further text in the block. */
        END,
        /** A text that the end of the block cuts; {@link #line()} is where it begins. */
        CUT,
        /** A text that needs care; {@link #line()} is where it begins. */
        UNCLEAR
    }

    // Each block is read three times: for its encoding, its texts and its lines. One of this size stays in a core's
    // cache.
    private static final int MOST_BYTES = 64 * 1024;

    private final InputWindow window;
    private final RecordReader records;
    private final ParserSource parsers;
    private final int maxTextBytes;
    private final int maxRecords;
    private @Nullable JsonParser parser;
    private int start;
    private int at;
    private int end;
    private long startNumber;

    BlockDecoder(InputWindow window, RecordReader records, ParserSource parsers, ReaderOptions options) {
        this.window = window;
        this.records = records;
        this.parsers = parsers;
        // A text no longer than a record may be holds no record that is too long.
        this.maxTextBytes = Math.min(options.maxTextBytes(), options.maxRecordBytes());
        this.maxRecords = options.maxRecordsPerText();
    }

    boolean isOpen() {
        return parser != null;
    }

    /**
     * Begins a block at the begin of a line. The window must not change while the block is open.
     *
     * @param number the number of that line
     * @return false if no whole line of valid UTF-8 is at hand
     */
    boolean open(long line, long number) {
        start = window.index(line);
        at = start;
        startNumber = number;
        end = blockEnd(window.index(window.limit()));
        int invalid = Utf8Check.firstInvalid(window.bytes(), start, end);
        if (invalid < end) {
            end = lineStart(invalid);
        }
        if (end > start) {
            parser = parsers.over(window.bytes(), start, end);
            records.mayHoldEscapes(Lines.holdBackslash(window.bytes(), start, end));
        }
        return parser != null;
    }

    // Looks no further than a block is long, but for a line that is longer: what lies behind may be looked at again and
    // again.
    private int blockEnd(int limit) {
        int most = limit - start > MOST_BYTES ? start + MOST_BYTES : limit;
        if (most == limit && window.hasEnded()) {
            return limit;
        }
        int lastLine = lineStart(most);
        if (lastLine > start) {
            return lastLine;
        }
        int lineFeed = window.lineFeed(most, limit);
        return lineFeed >= 0 ? lineFeed + 1 : window.hasEnded() ? limit : start;
    }

    /** The index after the last line feed before {@code before}, or the start of the block. */
    private int lineStart(int before) {
        int index = before;
        while (index > start && window.bytes()[index - 1] != '\n') {
            index--;
        }
        return index;
    }

    /** After anything but {@link Found#TEXT}: the begin of the line to go on with. */
    long line() {
        return window.position(at);
    }

    /** The number of {@link #line()}. */
    long lineNumber() {
        return startNumber + Lines.count(window.bytes(), start, at);
    }

    /** Decodes one text, adding its records, the first of which has the index {@code index}. */
    Found next(long index, List<DecodedRecord> out) {
        byte[] bytes = window.bytes();
        int textStart = at;
        while (textStart < end && SyntaxScanner.isBlank(bytes[textStart])) {
            if (bytes[textStart++] == '\n') {
                at = textStart;
            }
        }
        if (textStart == end) {
            at = end;
            return close(Found.END);
        }
        boolean plain = bytes[textStart] == '{' || bytes[textStart] == '[';
        Found found = plain ? decode(index, out) : Found.UNCLEAR;
        if (found != Found.TEXT) {
            out.clear();
            close(found);
        }
        return found;
    }

    private Found close(Found found) {
        if (parser != null) {
            parser.close();
            parser = null;
            records.mayHoldEscapes(true);
        }
        return found;
    }

    private Found decode(long index, List<DecodedRecord> out) {
        assert parser != null;
        try {
            decode(parser, index, out);
        } catch (StreamConstraintsException collisions) {
            close(Found.UNCLEAR);
            parsers.forgetNames();
            return Found.UNCLEAR;
        } catch (JacksonException | BoundExceededException e) {
            return parsedTo(parser) == end ? Found.CUT : Found.UNCLEAR;
        }
        int textEnd = parsedTo(parser);
        int lineEnd = lineEnd(textEnd);
        if (lineEnd < 0 || lineEnd - at > maxTextBytes) {
            return Found.UNCLEAR;
        }
        at = lineEnd;
        return Found.TEXT;
    }

    private int parsedTo(JsonParser open) {
        return start + (int) open.currentLocation().getByteOffset();
    }

    private void decode(JsonParser open, long index, List<DecodedRecord> out) {
        JsonToken token = open.nextToken();
        if (token == JsonToken.START_OBJECT) {
            out.add(records.read(open, token, index));
            return;
        }
        for (token = open.nextToken(); token != JsonToken.END_ARRAY; token = open.nextToken()) {
            if (out.size() == maxRecords) {
                throw new BoundExceededException();
            }
            out.add(records.read(open, token, index + out.size()));
        }
    }

    /** The index after the line where the text ends; -1 if anything but blanks follows it there. */
    private int lineEnd(int textEnd) {
        byte[] bytes = window.bytes();
        for (int tail = textEnd; tail < end; tail++) {
            if (bytes[tail] == '\n') {
                return tail + 1;
            } else if (!SyntaxScanner.isBlank(bytes[tail])) {
                return -1;
            }
        }
        return end;
    }
}
