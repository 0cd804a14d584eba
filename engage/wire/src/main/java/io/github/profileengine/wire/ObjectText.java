package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one JSON text that is an object or a list of objects, within the same bounds as {@link UpdateText}. Input that
 * is not exactly one JSON text fails as a whole; an invalid object fails alone. A UTF-8 byte order mark is skipped.
 */
public final class ObjectText {

    private ObjectText() {}

    /**
     * The elements of the text.
     *
     * @param text the whole text in UTF-8
     * @param options the bounds; the bounds on records apply to the objects
     * @throws InvalidJsonException if the text is not JSON, too long, or a list of too many elements
     */
    public static List<DecodedObject> read(byte[] text, ReaderOptions options) {
        WholeElements<DecodedObject> whole = WholeElements.read(text, options, new ObjectReader(options));
        Malformed malformed = whole.malformed();
        if (malformed != null) {
            throw new InvalidJsonException(malformed);
        }
        return List.copyOf(whole.elements());
    }

    /**
     * The elements of lines, each an object or a list of objects. A line that is not JSON fails alone.
     *
     * @param text all lines in UTF-8
     * @param options the bounds; the bound on records in a text applies to all lines together
     * @throws InvalidJsonException if there are too many elements
     */
    public static List<DecodedObject> readLines(byte[] text, ReaderOptions options) {
        ObjectReader reader = new ObjectReader(options);
        TextDecoder<DecodedObject> decoder = new TextDecoder<>(options, reader, new ParserSource(options.maxNesting()));
        InputWindow window = new InputWindow(text);
        TextFramer framer = new TextFramer(window, options.maxTextBytes());
        framer.skipTo(ByteOrderMark.length(text, text.length), 1);
        List<DecodedObject> elements = new ArrayList<>();
        TextFramer.Found found = framer.next();
        for (; found != TextFramer.Found.END; found = framer.next()) {
            if (found == TextFramer.Found.MALFORMED) {
                add(
                        new DecodedObject.Invalid(
                                elements.size(), framer.malformed().message(), Rule.RECORD_JSON_MALFORMED),
                        elements,
                        options);
            } else {
                decoder.open(window.bytes(), window.index(framer.textStart()), window.index(framer.textEnd()));
                DecodedObject element = decoder.next(elements.size());
                for (; element != null; element = decoder.next(elements.size())) {
                    add(element, elements, options);
                }
            }
        }
        return elements;
    }

    // Checks the bound before the next element is decoded, because one line may hold any number of elements.
    private static void add(DecodedObject element, List<DecodedObject> elements, ReaderOptions options) {
        int most = options.maxRecordsPerText();
        if (most != ReaderOptions.UNBOUNDED_RECORDS && elements.size() == most) {
            throw new InvalidJsonException("lines of over " + most + " records");
        }
        elements.add(element);
    }

    private static final class ObjectReader implements ElementReader<DecodedObject> {

        private final ValueReader values;

        private ObjectReader(ReaderOptions options) {
            this.values = new ValueReader(options);
        }

        @Override
        @SuppressWarnings("unchecked") // Called only for elements that begin as objects; their keys are strings.
        public DecodedObject read(JsonParser parser, JsonToken first, long index) {
            values.reset();
            Object members = values.read(parser, first);
            Rule problem = values.problem();
            return problem == null
                    ? new DecodedObject.Valid(
                            index,
                            (Map<String, @Nullable Object>) Objects.requireNonNull(members),
                            values.hasRepeatedName())
                    : reject(index, problem, RecordReader.describe(problem));
        }

        @Override
        public DecodedObject reject(long index, Rule rule, String problem) {
            return new DecodedObject.Invalid(index, "json, " + problem, rule);
        }
    }
}
