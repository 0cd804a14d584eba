package io.github.profileengine.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The fast path of the {@link UpdateReader}: one JSON parser reads a block of many lines, in which each root value is a
 * text. It handles only simple cases. It stops before a text that is malformed, is cut by the end of the block, exceeds
 * a bound, or is no list or object. The careful path, {@link TextFramer} and {@link TextDecoder}, then handles that
 * text.
 */
final class BlockDecoder {

    /** What {@link #next} found. */
    enum Found {
        /** A whole text; its records were added. */
        TEXT,
        /** The block has no further text. */
        END,
        /** A text that the end of the block cuts; it begins at {@link #line()}. */
        CUT,
        /** A text that only the careful path can decide; it begins at {@link #line()}. */
        UNCLEAR
    }

    // Each block is read three times: to check its encoding, to parse its texts, and to count its lines. A block of
    // this size stays in the cache of a core.
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
        // A text that is no longer than the bound for a record cannot hold a longer record.
        this.maxTextBytes = Math.min(options.maxTextBytes(), options.maxRecordBytes());
        this.maxRecords = options.maxRecordsPerText();
    }

    boolean isOpen() {
        return parser != null;
    }

    /** Whether a block is open and has lines that were not read yet. */
    boolean holdsMore() {
        return isOpen() && at < end;
    }

    /**
     * Opens a block at the start of a line. The window must not change while the block is open.
     *
     * @param number the number of that line
     * @return false if the window holds no whole line of valid UTF-8
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

    // Searches at most the length of a block, or to the end of a longer first line. Bytes beyond that would be searched
    // again for every block.
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

    /** The start of the line where reading continues, after {@link #next} found anything but {@link Found#TEXT}. */
    long line() {
        return window.position(at);
    }

    /** The number of {@link #line()}. */
    long lineNumber() {
        return startNumber + Lines.count(window.bytes(), start, at);
    }

    /** Decodes one text and adds its records to {@code out}. The first record gets the index {@code index}. */
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

    /** The index after the line in which the text ends; -1 if anything but blanks follows the text on that line. */
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
