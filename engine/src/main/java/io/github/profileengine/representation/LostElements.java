package io.github.profileengine.representation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a list or object nothing holds any more once another replaces it. The other may have been made from it: then
 * it has most of its elements, as the same instances and in their order. One that is not found so counts as lost.
 */
final class LostElements {
    private LostElements() {}

    /**
     * Bytes of {@link HeapSize} of the elements of a list that another list lacks.
     *
     * @param all bytes of all its elements
     */
    static long ofList(@Nullable Object[] elements, int size, @Nullable Object[] others, int otherSize, int all) {
        BitSet kept = new BitSet();
        int next = 0;
        for (int at = 0; at < size && next < otherSize; at++) {
            if (elements[at] == others[next]) {
                kept.set(at);
                next++;
            }
        }
        // Mostly the lists have nothing in common, and the sum is known: scanning all texts again would take long.
        return kept.isEmpty() ? all : Math.min(all, ofThoseNotKept(elements, size, kept));
    }

    /** The same for the values of an object, and for its names that are too long to be shared. */
    static long ofObject(
            Name[] names, @Nullable Object[] values, Name[] otherNames, @Nullable Object[] others, int all) {
        BitSet kept = new BitSet();
        long keptNames = 0;
        int next = 0;
        for (int at = 0; at < names.length; at++) {
            // Both are in the order of names; an equal name may be another instance.
            while (next < otherNames.length && otherNames[next].compareTo(names[at]) < 0) {
                next++;
            }
            if (next < otherNames.length && otherNames[next].same(names[at])) {
                kept.set(at, others[next] == values[at]);
                keptNames += otherNames[next] == names[at] ? HeapSize.ofIfLong(names[at]) : 0;
            }
        }
        if (kept.isEmpty()) {
            return Math.max(0, all - keptNames);
        }
        long lostNames = HeapSize.ofLong(names) - keptNames;
        return Math.min(all, ofThoseNotKept(values, values.length, kept) + lostNames);
    }

    private static long ofThoseNotKept(@Nullable Object[] elements, int size, BitSet kept) {
        long bytes = 0;
        for (int at = kept.nextClearBit(0); at < size; at = kept.nextClearBit(at + 1)) {
            bytes += HeapSize.of(elements[at]);
        }
        return bytes;
    }
}
