package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;

/**
 * Reads one JSON text that is a record or a list of records: the payload of one request. Input that is not exactly one
 * JSON text fails as a whole; an invalid record fails alone. A UTF-8 byte order mark is skipped.
 */
public final class UpdateText {

    private UpdateText() {}

    /**
     * The records of the text. No content of the text causes an exception.
     *
     * @param text the whole text in UTF-8
     */
    public static DecodedText read(byte[] text, ReaderOptions options) {
        WholeElements<DecodedRecord> whole = WholeElements.read(text, options, new RecordReader(options));
        Rule rule = whole.rule();
        Malformed malformed = whole.malformed();
        return rule == null || malformed == null
                ? new DecodedText.Records(whole.elements())
                : new DecodedText.Failed(rule, malformed.message(), malformed.line(), malformed.column());
    }
}
