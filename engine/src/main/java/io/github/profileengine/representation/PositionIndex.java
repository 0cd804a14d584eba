package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * Finds the first position of an element in an array that only grows. An open-addressing hash table of {@code hash |
 * position + 1} at load 0.5 or less; hashes are seeded, so chosen elements cannot make it slow. Not thread-safe.
 */
final class PositionIndex {
    private static final int MIN_SLOTS = 64;

    private long[] slots;
    private int entries;
    private int covered;

    PositionIndex(int expected) {
        slots = new long[Math.max(MIN_SLOTS, Integer.highestOneBit(Math.max(1, expected)) << 2)];
    }

    /** How many elements it has indexed. */
    int covered() {
        return covered;
    }

    /** How many slots it has; for any thread. */
    int length() {
        return slots.length;
    }

    /** Indexes the elements up to {@code size} that are not indexed yet. */
    void cover(@Nullable Object[] elements, int size) {
        while (covered < size) {
            Object element = elements[covered];
            int hash = ValueHash.of(element);
            int slot = slotOf(elements, element, hash);
            if (slots[slot] == 0) {
                slots[slot] = (long) hash << 32 | covered + 1;
                if (++entries * 2 > slots.length) {
                    grow();
                }
            }
            covered++;
        }
    }

    /** The first position of an equal element among the indexed ones, or -1. */
    int find(@Nullable Object[] elements, @Nullable Object element) {
        return (int) slots[slotOf(elements, element, ValueHash.of(element))] - 1;
    }

    private int slotOf(@Nullable Object[] elements, @Nullable Object element, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (true) {
            long entry = slots[slot];
            if (entry == 0) {
                return slot;
            }
            if ((int) (entry >>> 32) == hash && ValueEquality.same(elements[(int) entry - 1], element)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
