package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one whole text, or why the text as a whole failed.
 *
 * @param elements one of each element of the list, or the one that the text itself is
 * @param rule the stable code of the failure; null if there is none
 * @param malformed the failure; null if there is none
 */
record WholeElements<T>(
        List<T> elements, @Nullable Rule rule, @Nullable Malformed malformed) {

    static <T> WholeElements<T> read(byte[] text, ReaderOptions options, ElementReader<T> reader) {
        if (text.length > options.maxTextBytes()) {
            return tooLarge("a text of over " + options.maxTextBytes() + " bytes");
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
