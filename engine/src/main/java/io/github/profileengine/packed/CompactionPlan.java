package io.github.profileengine.packed;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which chunks of a slab a compaction evacuates, moving every record that is in use out of them so that they can be
 * collected, and which numbers those that stay have after it, in the same order. It is asked of every entry of a table,
 * so it answers out of arrays, without a branch.
 */
final class CompactionPlan {
    private final int offsetBits;
    // Both begin with what holds of no reference at all.
    private final int[] evacuated;
    private final long[] shifts;
    private final int stayingCount;

    /**
     * What is to be evacuated of a slab.
     *
     * @param chunks some more than there are
     * @param count how many there are
     * @param frozen how many of these are below the mark
     */
    static CompactionPlan of(int offsetBits, @Nullable Chunk[] chunks, int count, int frozen, Waste waste) {
        BitSet chosen = waste.toEvacuate(count);
        if (holdObjects(chunks, frozen)) {
            // While a chunk stays, it holds the objects of records that went from there, and nobody counts them all.
            chosen.set(0, count);
        }
        return new CompactionPlan(offsetBits, count, chosen);
    }

    /**
     * Of chunks that are evacuated.
     *
     * @param chunks how many there are
     * @param chosen the numbers of those that are
     */
    CompactionPlan(int offsetBits, int chunks, BitSet chosen) {
        this.offsetBits = offsetBits;
        this.evacuated = new int[1 + chunks];
        shifts = new long[1 + chunks];
        int next = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            if (chosen.get(chunk)) {
                evacuated[1 + chunk] = 1;
            } else {
                shifts[1 + chunk] = (long) (next++ - chunk) << offsetBits;
            }
        }
        stayingCount = next;
    }

    private static boolean holdObjects(@Nullable Chunk[] chunks, int count) {
        for (int at = 0; at < count; at++) {
            Chunk chunk = chunks[at];
            if (chunk != null && chunk.objects().length > 0) {
                return true;
            }
        }
        return false;
    }

    private int place(long reference) {
        return 1 + (int) (reference >> offsetBits);
    }

    /** 1 if the chunk of a reference is evacuated, so that its record has to move; else, or if it is none, 0. */
    int evacuates(long reference) {
        return evacuated[place(reference)];
    }

    /** By how much a reference differs afterwards whose record stays; 0 if it is none. */
    long shift(long reference) {
        return shifts[place(reference)];
    }

    boolean stays(int chunk) {
        return evacuated[1 + chunk] == 0;
    }

    /** How many chunks stay. */
    int stayingCount() {
        return stayingCount;
    }

    /** How many of the chunks below a number stay. */
    int stayingBelow(int chunk) {
        int count = 0;
        for (int at = 0; at < chunk; at++) {
            count += stays(at) ? 1 : 0;
        }
        return count;
    }

    /** The chunks that stay, and room for others. */
    @Nullable
    Chunk[] staying(@Nullable Chunk[] chunks, int room) {
        @Nullable Chunk[] staying = new Chunk[stayingCount + room];
        int next = 0;
        for (int at = 0; at < evacuated.length - 1; at++) {
            if (stays(at)) {
                staying[next++] = chunks[at];
            }
        }
        return staying;
    }
}
