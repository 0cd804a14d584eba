package io.github.profileengine.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Makes JSON parsers over bytes that are known to be UTF-8. The parser's own limits are lifted, since exceeding one
 * ends the parser and with it the good records behind; only nesting stays bounded, just above our own bound, and how
 * many names may collide in the parser's table of names, which can be brought about whatever its seed.
 */
final class ParserSource {

    private final int maxNesting;
    private JsonFactory factory;

    ParserSource(int maxNesting) {
        this.maxNesting = maxNesting;
        this.factory = builder(maxNesting).build();
    }

    private static JsonFactoryBuilder builder(int maxNesting) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) Math.min(maxNesting + 2L, Integer.MAX_VALUE))
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER);
    }

    /**
     * Its {@link StreamConstraintsException} means that names collide: {@link #read} can read such a text. Once it has
     * thrown one and is closed, {@link #forgetNames} comes before any other parser is made.
     */
    JsonParser over(byte[] bytes, int from, int to) {
        return factory.createParser(ObjectReadContext.empty(), bytes, from, to - from);
    }

    /** What a reading answers of a parser over these bytes; if names collide, of a second one that keeps no names. */
    <T, E extends Exception> T read(byte[] bytes, int from, int to, Reading<T, E> reading) throws E {
        try (JsonParser parser = over(bytes, from, to)) {
            return reading.read(parser);
        } catch (StreamConstraintsException collisions) {
            forgetNames();
            JsonFactory withoutNames = builder(maxNesting)
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    // Such a parser must be told its encoding, or find it.
                    .enable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .build();
            try (JsonParser parser = withoutNames.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
                return reading.read(parser);
            }
        }
    }

    /** Begins with an empty table of names: one that has given up is broken, and parsers pass it on. */
    void forgetNames() {
        factory = builder(maxNesting).build();
    }

    /** Reads from a parser; may be called again with another one. */
    interface Reading<T, E extends Exception> {
        T read(JsonParser parser) throws E;
    }
}
