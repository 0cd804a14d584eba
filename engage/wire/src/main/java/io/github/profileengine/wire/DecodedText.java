package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.List;

/** The content of a single JSON text: its records, or the reason why the text failed as a whole. Immutable. */
public sealed interface DecodedText {

    /**
     * The records of a valid JSON text.
     *
     * @param records one for each element of a list, or one for a text that is no list
     */
    record Records(List<DecodedRecord> records) implements DecodedText {

        /** Copies the list. */
        public Records {
            records = List.copyOf(records);
        }
    }

    /**
     * A text that is not JSON or is too long, or a list of too many records. None of its records applies.
     *
     * @param rule the stable code of the fault
     * @param message {@code json, <problem> (line L, column C)}
     * @param line the line of the offending byte, from 1
     * @param column its column in code points, from 1
     */
    record Failed(Rule rule, String message, long line, long column) implements DecodedText {}
}
