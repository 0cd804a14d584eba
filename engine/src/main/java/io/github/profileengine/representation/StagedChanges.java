package io.github.profileengine.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an update is about to write: names with their values, in the order of first writing, and the slot that each has
 * in the profile before it. One thread, one update.
 */
final class StagedChanges {
    private static final int FEW = 6;
    private static final int LINEAR = 8;
    private static final int[] NO_TABLE = new int[0];

    Name[] names = new Name[FEW];

    @Nullable
    Object[] values = new Object[FEW];
    /** Negative for a name that the profile lacks. */
    int[] slots = new int[FEW];

    int size;
    // How many names and values the arrays hold on to.
    private int held;
    private int[] table = NO_TABLE;

    /** Begins anew; what was there is held on to until it is written over, or {@link #clear}. */
    void restart() {
        held = Math.max(held, size);
        size = 0;
        if (table != NO_TABLE) {
            table = NO_TABLE;
        }
    }

    /** Begins anew and holds on to nothing. */
    void clear() {
        restart();
        Arrays.fill(names, 0, held, null);
        Arrays.fill(values, 0, held, null);
        held = 0;
    }

    /** Position of a name, or -1. */
    int indexOf(Name name) {
        if (size <= LINEAR) {
            for (int at = 0; at < size; at++) {
                if (names[at].same(name)) {
                    return at;
                }
            }
            return -1;
        }
        return table[slotOf(name)] - 1;
    }

    /** Adds a name that is not staged yet. */
    void add(Name name, int slot, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
        }
        names[size] = name;
        values[size] = value;
        slots[size] = slot;
        size++;
        if (size > LINEAR) {
            index();
        }
    }

    private void index() {
        if (table.length >= size * 2) {
            table[slotOf(names[size - 1])] = size;
            return;
        }
        table = new int[Integer.highestOneBit(size) * 4];
        for (int at = 0; at < size; at++) {
            table[slotOf(names[at])] = at + 1;
        }
    }

    private int slotOf(Name name) {
        int mask = table.length - 1;
        int slot = name.hash() & mask;
        while (table[slot] != 0 && !names[table[slot] - 1].same(name)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
