package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sorts names with the values beside them. */
final class NameSort {
    private static final int SHORT = 16;

    private NameSort() {}

    /**
     * Sorts {@code names} in code point order and {@code values} along. Where a name stands more than once the last value
     * counts. Answers how many leading elements remain.
     */
    static int sortKeepingLast(Name[] names, @Nullable Object[] values) {
        if (names.length <= SHORT) {
            insertionSort(names, values);
        } else if (!isSorted(names)) {
            mergeSort(names, values);
        }
        return dropRepeats(names, values);
    }

    private static void insertionSort(Name[] names, @Nullable Object[] values) {
        for (int at = 1; at < names.length; at++) {
            Name name = names[at];
            Object value = values[at];
            int to = at;
            while (to > 0 && names[to - 1].compareTo(name) > 0) {
                names[to] = names[to - 1];
                values[to] = values[to - 1];
                to--;
            }
            names[to] = name;
            values[to] = value;
        }
    }

    private static boolean isSorted(Name[] names) {
        for (int at = 1; at < names.length; at++) {
            if (names[at - 1].compareTo(names[at]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void mergeSort(Name[] names, @Nullable Object[] values) {
        Integer[] order = new Integer[names.length];
        Arrays.setAll(order, at -> at);
        Name[] unsortedNames = names.clone();
        @Nullable Object[] unsortedValues = values.clone();
        // Stable, so that the last of equal names stays last.
        Arrays.sort(order, Comparator.comparing(at -> unsortedNames[at]));
        for (int at = 0; at < order.length; at++) {
            names[at] = unsortedNames[order[at]];
            values[at] = unsortedValues[order[at]];
        }
    }

    private static int dropRepeats(Name[] names, @Nullable Object[] values) {
        int kept = 0;
        for (int at = 0; at < names.length; at++) {
            if (kept > 0 && names[kept - 1].same(names[at])) {
                kept--;
            }
            names[kept] = names[at];
            values[kept] = values[at];
            kept++;
        }
        return kept;
    }
}
