package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON text that is a record or a list of records: the payload of one request. What is not exactly one JSON
 * text fails as a whole; a record that fails does so alone. A UTF-8 byte order mark is skipped.
 */
public final class UpdateText {

    private UpdateText() {}

    /**
     * The records of the text. Nothing is thrown for what the bytes hold.
     *
     * @param text the whole text in UTF-8
     */
    public static DecodedText read(byte[] text, ReaderOptions options) {
        if (text.length > options.maxTextBytes()) {
            return failed(
                    Rule.RECORD_JSON_TOO_LARGE,
                    new Malformed("a text of over " + options.maxTextBytes() + " bytes", 1, 1));
        }
        WholeText whole = WholeText.of(text);
        Malformed malformed = whole.malformed();
        if (malformed != null) {
            return failed(Rule.RECORD_JSON_MALFORMED, malformed);
        }
        RecordReader records = new RecordReader(options);
        TextDecoder decoder = new TextDecoder(options, records, new ParserSource(options.maxNesting()));
        decoder.open(text, whole.start(), text.length);
        if (decoder.closeIfTooManyRecords()) {
            return failed(
                    Rule.RECORD_JSON_TOO_LARGE,
                    new Malformed("a list of over " + options.maxRecordsPerText() + " records", 1, 1));
        }
        return new DecodedText.Records(all(decoder));
    }

    private static List<DecodedRecord> all(TextDecoder decoder) {
        List<DecodedRecord> records = new ArrayList<>();
        for (DecodedRecord record = decoder.next(0); record != null; record = decoder.next(records.size())) {
            records.add(record);
        }
        return records;
    }

    private static DecodedText failed(Rule rule, Malformed malformed) {
        return new DecodedText.Failed(rule, malformed.message(), malformed.line(), malformed.column());
    }
}
