package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.value.ValueBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads values from a token stream into canonical form, and notes a number or string that no value may contain. After
 * {@link #problem()} the values read so far are useless, and the rest of the record must be skipped.
 *
 * <p>Not thread-safe.
 */
final class ValueReader {

    private final ValueBuilder builder;
    private final int maxNesting;
    private final int maxNumberCharacters;
    private final @Nullable RepeatedNames names;
    private boolean mayHoldEscapes = true;
    private int depth;
    private @Nullable Rule problem;

    /** Creates a reader of records. */
    ValueReader(ReaderOptions options) {
        this(options, options.maxNesting(), new ValueBuilder(options.maxNesting()));
    }

    private ValueReader(ReaderOptions options, int maxNesting, ValueBuilder builder) {
        this.builder = builder;
        this.maxNesting = maxNesting;
        this.maxNumberCharacters = options.maxNumberCharacters();
        this.names = options.strict() ? new RepeatedNames() : null;
    }

    /** Creates a reader of the properties of a profile. Each property may nest as deep as a record. */
    static ValueReader ofProperties(ReaderOptions options) {
        int levels = options.maxNesting();
        return new ValueReader(options, levels + 1, ValueBuilder.ofProperties(levels));
    }

    /**
     * Tells whether the next bytes may contain a backslash. If they do not, no string in them can contain an unpaired
     * surrogate, because their encoding has been checked. Such strings are not checked again.
     */
    void mayHoldEscapes(boolean possible) {
        mayHoldEscapes = possible;
    }

    /** Starts a new record or value. */
    void reset() {
        depth = 0;
        problem = null;
        if (names != null) {
            names.reset();
        }
    }

    /** The first bad number or string since the last reset; null if there is none. */
    @Nullable
    Rule problem() {
        return problem;
    }

    boolean hasRepeatedName() {
        return names != null && names.found();
    }

    /** Notes the start of the object of a record. The caller reads its names. */
    void startRecord() {
        enter();
        if (names != null) {
            names.startObject();
        }
    }

    /** Notes a name in the object of a record. */
    void recordName(String name) {
        if (names != null) {
            names.name(name);
        }
    }

    /**
     * Reads the value that begins at the parser's current token. Also null if there is a {@link #problem()} afterwards.
     */
    @Nullable
    Object read(JsonParser parser, JsonToken first) {
        if (first == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            if (mayHoldEscapes && !isWellFormed(text)) {
                problem = Rule.RECORD_JSON_BAD_TEXT;
            }
            return text;
        }
        int outside = depth;
        JsonToken token = first;
        try {
            while (true) {
                feed(parser, token);
                if (depth == outside && problem == null) {
                    return builder.build();
                } else if (problem != null) {
                    builder.reset();
                    return null;
                }
                token = parser.nextToken();
            }
        } catch (RuntimeException e) {
            builder.reset();
            throw e;
        }
    }

    /** Skips everything up to the end of the record or value that began after the last reset. */
    void skipToEnd(JsonParser parser) {
        while (depth > 0) {
            switch (parser.nextToken()) {
                case START_OBJECT, START_ARRAY -> enter();
                case END_OBJECT, END_ARRAY -> depth--;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkLength(parser);
                default -> {
                    // Nothing to check.
                }
            }
        }
    }

    private void feed(JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT -> {
                enter();
                builder.startObject();
                if (names != null) {
                    names.startObject();
                }
            }
            case START_ARRAY -> {
                enter();
                builder.startList();
            }
            case END_OBJECT -> {
                depth--;
                builder.endObject();
                if (names != null) {
                    names.endObject();
                }
            }
            case END_ARRAY -> {
                depth--;
                builder.endList();
            }
            case PROPERTY_NAME -> name(parser.currentName());
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> {
                checkLength(parser);
                real(parser.getDoubleValue());
            }
            case VALUE_TRUE -> builder.bool(true);
            case VALUE_FALSE -> builder.bool(false);
            default -> builder.nul();
        }
    }

    private void enter() {
        if (depth == maxNesting) {
            throw new BoundExceededException();
        }
        depth++;
    }

    private void checkLength(JsonParser parser) {
        if (parser.getStringLength() > maxNumberCharacters) {
            throw new BoundExceededException();
        }
    }

    /** Digits that fit into 64 bits become that integer; any others become the nearest double. */
    private void integer(JsonParser parser) {
        checkLength(parser);
        switch (parser.getNumberType()) {
            case INT, LONG -> builder.integer(parser.getLongValue());
            default -> real(Double.parseDouble(parser.getString()));
        }
    }

    private void real(double number) {
        if (Double.isFinite(number)) {
            builder.real(number);
        } else {
            problem = Rule.RECORD_JSON_BAD_NUMBER;
        }
    }

    private void name(String name) {
        if (names != null) {
            names.name(name);
        }
        // The parser itself refuses a name with an unpaired surrogate.
        builder.name(name);
    }

    /**
     * The builder itself checks for unpaired surrogates, the only strings that it refuses: a second check would cost
     * time.
     */
    private void text(String text) {
        if (!mayHoldEscapes) {
            builder.wellFormedText(text);
            return;
        }
        try {
            builder.text(text);
        } catch (IllegalArgumentException e) {
            problem = Rule.RECORD_JSON_BAD_TEXT;
        }
    }

    private static boolean isWellFormed(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (at + 1 == length || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }
}
