package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How names in a given order are put into code point order, each once, the last of equal ones kept. Immutable.
 *
 * <h2>Why it is remembered</h2>
 *
 * Programs send the same names in the same order again and again. {@link #of} remembers the last order seen in each of
 * its slots. So sorting is mostly a comparison of references, and objects with the same names share one array of them.
 */
final class NameOrder {
    private static final int SLOT_BITS = 10;
    private static final int MAX_REMEMBERED = 64;
    private static final int FEW = 16;
    private static final NameOrder[] RECENT = new NameOrder[1 << SLOT_BITS];

    private final Name[] given;
    private final Name[] sorted;
    // The given position of each sorted name; empty if the names were given sorted.
    private final int[] positions;

    private NameOrder(Name[] given) {
        int[] order = given.length > FEW ? sorted(given) : inserted(given);
        int[] kept = new int[given.length];
        int count = 0;
        for (int position : order) {
            if (count > 0 && given[kept[count - 1]].same(given[position])) {
                count--;
            }
            kept[count++] = position;
        }
        this.given = given;
        this.sorted = new Name[count];
        boolean moved = count < given.length;
        for (int at = 0; at < count; at++) {
            sorted[at] = given[kept[at]];
            moved |= kept[at] != at;
        }
        this.positions = moved ? Arrays.copyOf(kept, count) : new int[0];
    }

    // Both sorts are stable, so of equal names the one given last comes last.
    private static int[] sorted(Name[] names) {
        Integer[] order = new Integer[names.length];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, Comparator.comparing(at -> names[at]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    // Allocates no objects: if a few names come in a random order, it is seldom remembered.
    private static int[] inserted(Name[] names) {
        int[] order = new int[names.length];
        for (int at = 0; at < names.length; at++) {
            int to = at;
            for (; to > 0 && names[order[to - 1]].compareTo(names[at]) > 0; to--) {
                order[to] = order[to - 1];
            }
            order[to] = at;
        }
        return order;
    }

    /** Whether the order of so many names is remembered, so that objects share the array of their names. */
    static boolean isRemembered(int names) {
        return names <= MAX_REMEMBERED;
    }

    /** The order of the names at {@code from} to {@code to}. */
    static NameOrder of(Name[] names, int from, int to) {
        if (!isRemembered(to - from)) {
            return new NameOrder(Arrays.copyOfRange(names, from, to));
        }
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + names[at].hash();
        }
        int slot = hash >>> Integer.SIZE - SLOT_BITS;
        NameOrder recent = RECENT[slot];
        if (recent != null && recent.wasGiven(names, from, to)) {
            return recent;
        }
        NameOrder fresh = new NameOrder(Arrays.copyOfRange(names, from, to));
        if (areShort(fresh.given)) {
            RECENT[slot] = fresh;
        }
        return fresh;
    }

    static boolean areShort(Name[] names) {
        for (Name name : names) {
            if (!name.isShort()) {
                return false;
            }
        }
        return true;
    }

    private boolean wasGiven(Name[] names, int from, int to) {
        if (to - from != given.length) {
            return false;
        }
        for (int at = 0; at < given.length; at++) {
            if (names[from + at] != given[at]) {
                return false;
            }
        }
        return true;
    }

    /** The names in order, each once; shared, not to be changed. */
    Name[] sortedNames() {
        return sorted;
    }

    /** The values of the given names, which begin at {@code from}, in the order of the sorted names; a new array. */
    @Nullable
    Object[] arrange(@Nullable Object[] values, int from) {
        if (positions.length == 0) {
            return Arrays.copyOfRange(values, from, from + sorted.length);
        }
        @Nullable Object[] arranged = new Object[positions.length];
        for (int at = 0; at < positions.length; at++) {
            arranged[at] = values[from + positions[at]];
        }
        return arranged;
    }
}
