package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * The values of a profile, one per slot of its {@link Shape}. Up to {@value #MAX_FLAT} are in one array; more are in
 * chunks of {@value #CHUNK}, so that replacing one value copies a chunk and the array of chunks, not everything.
 */
public final class Slots {
    public static final @Nullable Object[] NONE = new Object[0];

    private static final int MAX_FLAT = 64;
    private static final int CHUNK_BITS = 4;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private Slots() {}

    /** The value of a slot; {@code size} is the number of slots, the shape's. */
    public static @Nullable Object get(@Nullable Object[] slots, int size, int at) {
        return size <= MAX_FLAT ? slots[at] : chunk(slots, at)[at & CHUNK - 1];
    }

    /**
     * The first slot, from a position on, whose values are two instances; {@code size} if there is none. Skips chunks
     * that both share.
     */
    public static int nextDifference(@Nullable Object[] one, @Nullable Object[] other, int size, int from) {
        int at = from;
        while (at < size) {
            if (size > MAX_FLAT && one[at >> CHUNK_BITS] == other[at >> CHUNK_BITS]) {
                at = (at | CHUNK - 1) + 1;
            } else if (get(one, size, at) == get(other, size, at)) {
                at++;
            } else {
                return at;
            }
        }
        return size;
    }

    /** A copy with one value replaced. */
    public static @Nullable Object[] with(@Nullable Object[] slots, int size, int at, @Nullable Object value) {
        @Nullable Object[] copy = slots.clone();
        if (size <= MAX_FLAT) {
            copy[at] = value;
        } else {
            @Nullable Object[] chunk = chunk(slots, at).clone();
            chunk[at & CHUNK - 1] = value;
            copy[at >> CHUNK_BITS] = chunk;
        }
        return copy;
    }

    /** A copy with one slot more, at a position; {@code size} is the number of slots before. */
    public static @Nullable Object[] inserted(@Nullable Object[] slots, int size, int at, @Nullable Object value) {
        @Nullable Object[] before = flat(slots, size);
        @Nullable Object[] after = new Object[size + 1];
        System.arraycopy(before, 0, after, 0, at);
        after[at] = value;
        System.arraycopy(before, at, after, at + 1, size - at);
        return of(after);
    }

    /** A copy without one slot; {@code size} is the number of slots before. */
    public static @Nullable Object[] removed(@Nullable Object[] slots, int size, int at) {
        @Nullable Object[] before = flat(slots, size);
        @Nullable Object[] after = new Object[size - 1];
        System.arraycopy(before, 0, after, 0, at);
        System.arraycopy(before, at + 1, after, at, size - 1 - at);
        return of(after);
    }

    /**
     * Replaces a value in {@code copy}, a clone of {@code original}'s outer array; clones each chunk at its first
     * change.
     */
    static void replace(
            @Nullable Object[] copy, @Nullable Object[] original, int size, int at, @Nullable Object value) {
        if (size <= MAX_FLAT) {
            copy[at] = value;
            return;
        }
        int chunk = at >> CHUNK_BITS;
        if (copy[chunk] == original[chunk]) {
            copy[chunk] = chunk(original, at).clone();
        }
        chunk(copy, at)[at & CHUNK - 1] = value;
    }

    /** Slots of these values, one each; takes over the array. */
    public static @Nullable Object[] of(@Nullable Object[] values) {
        if (values.length <= MAX_FLAT) {
            return values;
        }
        int chunks = (values.length + CHUNK - 1) >> CHUNK_BITS;
        @Nullable Object[] outer = new Object[chunks];
        for (int chunk = 0; chunk < chunks; chunk++) {
            int from = chunk << CHUNK_BITS;
            @Nullable Object[] inner = new Object[Math.min(CHUNK, values.length - from)];
            System.arraycopy(values, from, inner, 0, inner.length);
            outer[chunk] = inner;
        }
        return outer;
    }

    /** The heap of the arrays for so many slots. */
    public static long heapSize(int size) {
        if (size <= MAX_FLAT) {
            return size == 0 ? 0 : HeapSize.ofReferences(size);
        }
        int last = (size - 1 & CHUNK - 1) + 1;
        int full = (size - last) >> CHUNK_BITS;
        return HeapSize.ofReferences(full + 1) + full * HeapSize.ofReferences(CHUNK) + HeapSize.ofReferences(last);
    }

    /** The values in one array; the slots themselves if they are one. */
    static @Nullable Object[] flat(@Nullable Object[] slots, int size) {
        if (size <= MAX_FLAT) {
            return slots;
        }
        @Nullable Object[] values = new Object[size];
        for (int at = 0; at < size; at++) {
            values[at] = get(slots, size, at);
        }
        return values;
    }

    private static @Nullable Object[] chunk(@Nullable Object[] slots, int at) {
        Object chunk = slots[at >> CHUNK_BITS];
        assert chunk != null;
        return (Object[]) chunk;
    }
}
