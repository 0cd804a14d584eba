package io.github.profileengine.packed;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which chunks of a slab a compaction evacuates, moving every live record out of them so that they can be collected,
 * and which numbers the others have afterwards, in the same order. It is asked for every entry of a table, so it
 * answers from arrays, without a branch.
 */
final class CompactionPlan {
    private final int offsetBits;
    // The first element of both is for RefTable.NONE.
    private final int[] evacuated;
    private final long[] shifts;
    private final int stayingCount;

    /**
     * Plans the compaction of a slab.
     *
     * @param chunks its chunks, with unused places behind them
     * @param count how many there are
     * @param frozen how many of these are below the mark
     */
    static CompactionPlan of(int offsetBits, @Nullable Chunk[] chunks, int count, int frozen, Waste waste) {
        BitSet chosen = waste.toEvacuate(count);
        if (holdObjects(chunks, frozen)) {
            // A chunk that stays keeps the objects of records that have moved out of it, and nothing counts all of
            // these.
            chosen.set(0, count);
        }
        return new CompactionPlan(offsetBits, count, chosen);
    }

    /**
     * Plans to evacuate some chunks.
     *
     * @param chunks how many there are
     * @param chosen the numbers of those to evacuate
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

    /**
     * 1 if the chunk of a reference is evacuated, so that its record has to move; 0 if it stays or there is no
     * reference.
     */
    int evacuates(long reference) {
        return evacuated[place(reference)];
    }

    /** What to add to a reference whose record stays; 0 if there is no reference. */
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

    /** How many chunks with lower numbers stay. */
    int stayingBelow(int chunk) {
        int count = 0;
        for (int at = 0; at < chunk; at++) {
            count += stays(at) ? 1 : 0;
        }
        return count;
    }

    /** The chunks that stay, and unused places behind them. */
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
