package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Reads any single JSON text into a canonical value of the engine; the counterpart of the engine's canonical text. */
public final class JsonText {

    private JsonText() {}

    /**
     * The value of a text.
     *
     * @param text the whole text in UTF-8; a byte order mark is skipped
     * @param options the bounds of nesting and of numbers; the value itself is level 1
     * @throws InvalidJsonException if the text is not exactly one JSON text, or breaks a bound or a rule for values
     */
    public static @Nullable Object read(byte[] text, ReaderOptions options) {
        WholeText whole = WholeText.of(text);
        Malformed malformed = whole.malformed();
        if (malformed != null) {
            throw new InvalidJsonException(malformed);
        }
        ValueReader values = new ValueReader(options);
        ParserSource parsers = new ParserSource(options.maxNesting());
        try {
            return parsers.read(text, whole.start(), text.length, parser -> value(values, parser))
                    .orElse(null);
        } catch (BoundExceededException e) {
            throw new InvalidJsonException("nested over " + options.maxNesting() + " levels, or a number of over "
                    + options.maxNumberCharacters() + " characters");
        } catch (JacksonException e) {
            // The grammar has been checked. The only text that the parser can still refuse is a name with an unpaired
            // surrogate.
            throw new InvalidJsonException(RecordReader.describe(Rule.RECORD_JSON_BAD_TEXT));
        }
    }

    private static Optional<Object> value(ValueReader values, JsonParser parser) {
        values.reset();
        Object value = values.read(parser, parser.nextToken());
        Rule problem = values.problem();
        if (problem != null) {
            throw new InvalidJsonException(RecordReader.describe(problem));
        }
        return Optional.ofNullable(value);
    }

    /** The value of a text, within the default bounds. */
    public static @Nullable Object read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ReaderOptions.defaults());
    }
}
