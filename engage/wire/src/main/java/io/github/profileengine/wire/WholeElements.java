package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one complete text, or the reason why the text failed as a whole.
 *
 * @param elements one for each element of a list, or one for a text that is no list
 * @param rule the stable code of the failure; null if there is none
 * @param malformed the failure; null if there is none
 */
record WholeElements<T>(
        List<T> elements, @Nullable Rule rule, @Nullable Malformed malformed) {

    static <T> WholeElements<T> read(byte[] text, ReaderOptions options, ElementReader<T> reader) {
        if (text.length > options.maxTextBytes()) {
            return tooLarge("a JSON text of over " + options.maxTextBytes() + " bytes");
        }
        WholeText whole = WholeText.of(text);
        Malformed malformed = whole.malformed();
        if (malformed != null) {
            return new WholeElements<>(List.of(), Rule.RECORD_JSON_MALFORMED, malformed);
        }
        TextDecoder<T> decoder = new TextDecoder<>(options, reader, new ParserSource(options.maxNesting()));
        decoder.open(text, whole.start(), text.length);
        return decoder.closeIfTooManyRecords()
                ? tooLarge("a list of over " + options.maxRecordsPerText() + " records")
                : new WholeElements<>(all(decoder), null, null);
    }

    private static <T> WholeElements<T> tooLarge(String problem) {
        return new WholeElements<>(List.of(), Rule.RECORD_JSON_TOO_LARGE, new Malformed(problem, 1, 1));
    }

    private static <T> List<T> all(TextDecoder<T> decoder) {
        List<T> elements = new ArrayList<>();
        for (T element = decoder.next(0); element != null; element = decoder.next(elements.size())) {
            elements.add(element);
        }
        return elements;
    }
}
