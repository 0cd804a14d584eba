package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Decodes the records, or other elements, of one text whose grammar has been checked. Each call of {@link #next}
 * decodes one element, so a long list needs only the memory of one record. Each element is scanned first: an element
 * that exceeds a bound never reaches the parser.
 */
final class TextDecoder<T> {

    private final ReaderOptions options;
    private final ElementReader<T> elements;
    private final ParserSource parsers;
    private final SyntaxScanner scanner = new SyntaxScanner(indexAfter -> {});
    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean inList;
    private boolean done = true;

    TextDecoder(ReaderOptions options, ElementReader<T> elements, ParserSource parsers) {
        this.options = options;
        this.elements = elements;
        this.parsers = parsers;
    }

    /** Starts decoding the text in {@code [from, to)}. It must be complete, and may have blanks around it. */
    void open(byte[] text, int from, int to) {
        bytes = text;
        end = to;
        at = filled(from);
        inList = bytes[at] == '[';
        done = false;
        if (inList) {
            nextElement(at + 1);
        }
    }

    /**
     * Counts the records of the text that was just opened. Closes the text if there are more than the bound allows.
     *
     * @return whether it was closed
     */
    boolean closeIfTooManyRecords() {
        int most = options.maxRecordsPerText();
        if (!inList || most == ReaderOptions.UNBOUNDED_RECORDS) {
            return false;
        }
        int first = at;
        int count = 0;
        for (; !done && count <= most; count++) {
            nextElement(scan());
        }
        at = first;
        done = count == 0 || count > most;
        return count > most;
    }

    /** Whether there is a next record. */
    boolean isOpen() {
        return !done;
    }

    /** The index of the first byte of the next record. */
    int at() {
        return at;
    }

    /** Decodes the next record, which gets the index {@code index}; null after the last. */
    @Nullable
    T next(long index) {
        if (done) {
            return null;
        }
        int from = at;
        int to = scan();
        if (inList) {
            nextElement(to);
        } else {
            done = true;
        }
        return decode(from, to, index);
    }

    /** Moves to the element after the byte at {@code index}, past blanks and a comma. */
    private void nextElement(int index) {
        at = filled(index);
        if (bytes[at] == ',') {
            at = filled(at + 1);
        }
        done = bytes[at] == ']';
    }

    /** The index after the value that begins at {@link #at}. */
    private int scan() {
        scanner.reset();
        return scanner.scan(bytes, at, end);
    }

    private T decode(int from, int to, long index) {
        if (bytes[from] != '{') {
            return elements.reject(index, Rule.RECORD_JSON_NOT_OBJECT, "not an object");
        } else if (to - from > options.maxRecordBytes()) {
            return elements.reject(
                    index, Rule.RECORD_JSON_TOO_LARGE, "a record of over " + options.maxRecordBytes() + " bytes");
        } else if (scanner.deepest() > options.maxNesting()) {
            return elements.reject(index, Rule.RECORD_JSON_TOO_DEEP, "nested over " + options.maxNesting() + " levels");
        } else if (scanner.longestNumber() > options.maxNumberCharacters()) {
            return elements.reject(
                    index,
                    Rule.RECORD_JSON_NUMBER_TOO_LONG,
                    "a number of over " + options.maxNumberCharacters() + " characters");
        }
        return parse(from, to, index);
    }

    private T parse(int from, int to, long index) {
        try {
            return parsers.read(bytes, from, to, parser -> elements.read(parser, parser.nextToken(), index));
        } catch (JacksonException e) {
            // The grammar has been checked. The only text that the parser can still refuse is a name with an unpaired
            // surrogate.
            return elements.reject(index, Rule.RECORD_JSON_BAD_TEXT, RecordReader.describe(Rule.RECORD_JSON_BAD_TEXT));
        }
    }

    private int filled(int index) {
        int filled = index;
        while (SyntaxScanner.isBlank(bytes[filled])) {
            filled++;
        }
        return filled;
    }
}
