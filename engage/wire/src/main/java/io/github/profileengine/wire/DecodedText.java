package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.List;

/** What a single JSON text held: its records, or the reason why the text as a whole failed. Immutable. */
public sealed interface DecodedText {

    /**
     * The records of a text that is JSON.
     *
     * @param records one of each element of the list, or the one that the text itself is
     */
    record Records(List<DecodedRecord> records) implements DecodedText {

        /** Copies the list. */
        public Records {
            records = List.copyOf(records);
        }
    }

    /**
     * A text that is no JSON, too long, or a list of too many records; nothing of it applies.
     *
     * @param rule the stable code
     * @param message {@code json, <problem> (line L, column C)}
     * @param line the line of the offending byte, from 1
     * @param column its column in code points, from 1
     */
    record Failed(Rule rule, String message, long line, long column) implements DecodedText {}
}
