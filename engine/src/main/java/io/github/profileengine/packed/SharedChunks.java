package io.github.profileengine.packed;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which chunks two slabs share, and by how much a reference into such a chunk differs in the other slab: a compaction
 * renumbers the chunks that stay.
 */
final class SharedChunks {
    private static final long ABSENT = Long.MIN_VALUE;

    private final int offsetBits;
    private final long[] shifts;

    private SharedChunks(int offsetBits, long[] shifts) {
        this.offsetBits = offsetBits;
        this.shifts = shifts;
    }

    /** Compares the first chunks of both arrays, as many as the counts say. */
    static SharedChunks of(int offsetBits, @Nullable Chunk[] here, int count, @Nullable Chunk[] there, int thereCount) {
        IdentityHashMap<@Nullable Chunk, Integer> numbers = new IdentityHashMap<>();
        for (int number = 0; number < thereCount; number++) {
            numbers.put(there[number], number);
        }
        long[] shifts = new long[count];
        for (int number = 0; number < count; number++) {
            Integer other = numbers.get(here[number]);
            shifts[number] = other == null ? ABSENT : (long) (other - number) << offsetBits;
        }
        return new SharedChunks(offsetBits, shifts);
    }

    /** Whether the other slab has the chunk of a reference. */
    boolean holds(long reference) {
        return shifts[place(reference)] != ABSENT;
    }

    /** What to add to a reference into a shared chunk. */
    long shift(long reference) {
        return shifts[place(reference)];
    }

    private int place(long reference) {
        return (int) (reference >>> offsetBits);
    }
}
