package io.github.profileengine.wire;

import io.github.profileengine.value.ValueBuilder;

/**
 * The bounds and the strictness of reading. Immutable; a {@code with...} method returns a changed copy.
 *
 * @param maxRecordBytes the longest record, in bytes of its JSON text from <code>{</code> to <code>}</code>
 * @param maxNesting how many levels of objects and lists a record may have; the record itself is level 1
 * @param maxNumberCharacters the longest number, in characters with sign, point and exponent
 * @param maxTextBytes the longest JSON text, in bytes from the start of its first line to the end of its last line,
 *     without the final line break
 * @param maxRecordsPerText the most records in one list; {@link #UNBOUNDED_RECORDS} for no bound
 * @param maxInflatedBytes the most bytes that a gzip input may inflate to
 * @param strict whether strict validation applies; it also rejects a name repeated inside one object
 * @param target which kinds of profiles a record may refer to
 */
public record ReaderOptions(
        int maxRecordBytes,
        int maxNesting,
        int maxNumberCharacters,
        int maxTextBytes,
        int maxRecordsPerText,
        long maxInflatedBytes,
        boolean strict,
        TargetKind target) {

    /** No bound on the records of one text, as for NDJSON. */
    public static final int UNBOUNDED_RECORDS = Integer.MAX_VALUE;

    /** The most records of one Engage request. */
    public static final int RECORDS_PER_REQUEST = 2000;

    private static final ReaderOptions DEFAULTS =
            new ReaderOptions(1 << 20, 100, 1000, 64 << 20, UNBOUNDED_RECORDS, 1L << 36, false, TargetKind.ANY);

    private static final ReaderOptions FILE_DEFAULTS =
            DEFAULTS.withMaxNesting(ValueBuilder.MAX_DEPTH).withMaxTextBytes(256 << 20);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is not positive, or {@code maxNesting} over
     *     {@link ValueBuilder#MAX_DEPTH}
     */
    public ReaderOptions {
        requirePositive("maxRecordBytes", maxRecordBytes);
        requirePositive("maxNesting", maxNesting);
        if (maxNesting > ValueBuilder.MAX_DEPTH) {
            throw new IllegalArgumentException("maxNesting must be at most " + ValueBuilder.MAX_DEPTH);
        }
        requirePositive("maxNumberCharacters", maxNumberCharacters);
        requirePositive("maxTextBytes", maxTextBytes);
        requirePositive("maxRecordsPerText", maxRecordsPerText);
        requirePositive("maxInflatedBytes", maxInflatedBytes);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }

    /**
     * The defaults: a record of 1,048,576 bytes, 100 levels and numbers of 1,000 characters; a text of 64 MiB with any
     * number of records; 64 GiB of inflated input; lenient; users and groups.
     */
    public static ReaderOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The defaults for states and logs, where every line is a JSON text: lines of 256 MiB, since a profile may grow far
     * beyond any record, and values of 1,000 levels; otherwise the {@link #defaults}. The bounds of a record and of
     * records in a list have no effect there. A line cannot be longer than 1 GiB.
     */
    public static ReaderOptions fileDefaults() {
        return FILE_DEFAULTS;
    }

    public ReaderOptions withMaxRecordBytes(int bytes) {
        return new ReaderOptions(
                bytes,
                maxNesting,
                maxNumberCharacters,
                maxTextBytes,
                maxRecordsPerText,
                maxInflatedBytes,
                strict,
                target);
    }

    public ReaderOptions withMaxNesting(int levels) {
        return new ReaderOptions(
                maxRecordBytes,
                levels,
                maxNumberCharacters,
                maxTextBytes,
                maxRecordsPerText,
                maxInflatedBytes,
                strict,
                target);
    }

    public ReaderOptions withMaxNumberCharacters(int characters) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                characters,
                maxTextBytes,
                maxRecordsPerText,
                maxInflatedBytes,
                strict,
                target);
    }

    public ReaderOptions withMaxTextBytes(int bytes) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                maxNumberCharacters,
                bytes,
                maxRecordsPerText,
                maxInflatedBytes,
                strict,
                target);
    }

    public ReaderOptions withMaxRecordsPerText(int records) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                maxNumberCharacters,
                maxTextBytes,
                records,
                maxInflatedBytes,
                strict,
                target);
    }

    public ReaderOptions withMaxInflatedBytes(long bytes) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                maxNumberCharacters,
                maxTextBytes,
                maxRecordsPerText,
                bytes,
                strict,
                target);
    }

    public ReaderOptions withStrict(boolean enabled) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                maxNumberCharacters,
                maxTextBytes,
                maxRecordsPerText,
                maxInflatedBytes,
                enabled,
                target);
    }

    public ReaderOptions withTarget(TargetKind kind) {
        return new ReaderOptions(
                maxRecordBytes,
                maxNesting,
                maxNumberCharacters,
                maxTextBytes,
                maxRecordsPerText,
                maxInflatedBytes,
                strict,
                kind);
    }
}
