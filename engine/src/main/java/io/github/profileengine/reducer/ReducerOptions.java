package io.github.profileengine.reducer;

import java.util.Objects;

/**
 * The options of a reducer. Immutable.
 *
 * @param limits how large names, texts and profiles may be; {@link Limits#OFF} by default
 * @param strict whether records that are only suspicious fail too: junk ids, values that an operator cannot use, one
 *     property named by two operators; off by default
 * @param flattenAppendedLists whether {@code $append} of a list adds its elements instead of the list; off by default
 * @param automaticCreated whether a new profile gets {@code $created}; on by default
 * @param automaticLastSeen whether an update writes {@code $last_seen}; on by default
 */
public record ReducerOptions(
        Limits limits,
        boolean strict,
        boolean flattenAppendedLists,
        boolean automaticCreated,
        boolean automaticLastSeen) {

    private static final ReducerOptions DEFAULTS = new ReducerOptions(Limits.OFF, false, false, true, true);

    public ReducerOptions {
        Objects.requireNonNull(limits, "limits");
    }

    /** Lenient, without limits, with both automatic times. */
    public static ReducerOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other limits; this instance if they are equal. The other {@code with} methods work likewise.
     */
    public ReducerOptions withLimits(Limits other) {
        return same(new ReducerOptions(other, strict, flattenAppendedLists, automaticCreated, automaticLastSeen));
    }

    public ReducerOptions withStrict(boolean on) {
        return same(new ReducerOptions(limits, on, flattenAppendedLists, automaticCreated, automaticLastSeen));
    }

    public ReducerOptions withFlattenAppendedLists(boolean on) {
        return same(new ReducerOptions(limits, strict, on, automaticCreated, automaticLastSeen));
    }

    public ReducerOptions withAutomaticCreated(boolean on) {
        return same(new ReducerOptions(limits, strict, flattenAppendedLists, on, automaticLastSeen));
    }

    public ReducerOptions withAutomaticLastSeen(boolean on) {
        return same(new ReducerOptions(limits, strict, flattenAppendedLists, automaticCreated, on));
    }

    private ReducerOptions same(ReducerOptions other) {
        return equals(other) ? this : other;
    }
}
