package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * What limits check of a value.
 *
 * @param bytes length of its canonical text in UTF-8
 * @param objectDepth how many objects are nested, itself included; lists do not count
 * @param mostKeys keys of the object in it that has most
 */
public record Measure(long bytes, int objectDepth, int mostKeys) {
    static final Measure EMPTY_LIST = new Measure(2, 0, 0);

    /** Measure of what a property is about to become, see {@link StagedChange#value}; it must be there. */
    public static Measure ofStaged(@Nullable Object value) {
        if (value instanceof StagedAppend append) {
            return append.measure();
        }
        return value instanceof CurrentList list ? list.value().measure() : of(value);
    }

    private static Measure of(@Nullable Object value) {
        if (value instanceof ListValue list) {
            return list.measure();
        } else if (value instanceof ObjectValue object) {
            return object.measure();
        }
        return new Measure(CanonicalLength.of(value), 0, 0);
    }

    static Measure ofObject(ObjectValue object) {
        int keys = object.size();
        // Braces, a colon each, and a comma between two.
        long bytes = 2L + keys + Math.max(0, keys - 1);
        int depth = 0;
        int most = keys;
        for (int at = 0; at < keys; at++) {
            Measure value = of(object.value(at));
            bytes += CanonicalLength.ofText(object.name(at).text()) + value.bytes;
            depth = Math.max(depth, value.objectDepth);
            most = Math.max(most, value.mostKeys);
        }
        return new Measure(bytes, depth + 1, most);
    }

    /** The measure of a list of {@code size} elements with this measure, after {@code added} are appended. */
    Measure append(int size, @Nullable Object[] added) {
        long sum = bytes;
        int depth = objectDepth;
        int most = mostKeys;
        for (int at = 0; at < added.length; at++) {
            Measure value = of(added[at]);
            sum += value.bytes + (size + at > 0 ? 1 : 0);
            depth = Math.max(depth, value.objectDepth);
            most = Math.max(most, value.mostKeys);
        }
        return new Measure(sum, depth, most);
    }
}
