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
 * Creates JSON parsers over bytes that are known to be valid UTF-8. The parser's own limits are lifted, because
 * exceeding one ends the parser, and the good records that follow would be lost. Two limits stay. Nesting is limited
 * just above our own bound. The number of names that may collide in the parser's hash table is limited, because an
 * attacker can provoke collisions whatever the seed of the table is.
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
     * Creates a parser. If it throws a {@link StreamConstraintsException}, names collide; {@link #read} can read such a
     * text. After this exception, close the parser and call {@link #forgetNames} before any other parser is created.
     */
    JsonParser over(byte[] bytes, int from, int to) {
        return factory.createParser(ObjectReadContext.empty(), bytes, from, to - from);
    }

    /**
     * Runs {@code reading} on a parser over these bytes. If names collide, runs it again on a second parser, which
     * keeps no table of names.
     */
    <T, E extends Exception> T read(byte[] bytes, int from, int to, Reading<T, E> reading) throws E {
        try (JsonParser parser = over(bytes, from, to)) {
            return reading.read(parser);
        } catch (StreamConstraintsException collisions) {
            forgetNames();
            JsonFactory withoutNames = builder(maxNesting)
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    // A parser without a table of names must be told the encoding, or detect it.
                    .enable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .build();
            try (JsonParser parser = withoutNames.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
                return reading.read(parser);
            }
        }
    }

    /**
     * Starts again with an empty table of names. A table that has given up is broken, but later parsers would inherit
     * it.
     */
    void forgetNames() {
        factory = builder(maxNesting).build();
    }

    /** Reads from a parser. May be called again with another parser. */
    interface Reading<T, E extends Exception> {
        T read(JsonParser parser) throws E;
    }
}
