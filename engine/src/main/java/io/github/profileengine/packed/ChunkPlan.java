package io.github.profileengine.packed;

/** How large the next chunk is that records share, judged by what was written and what is likely to come. */
final class ChunkPlan {
    private static final int BEYOND_PLAN = 8;
    static final int OWN_BYTES = 40;

    // Bytes of records that are likely to be added, and how many of these the initial compaction moves.
    private final long planned;
    private final long moving;
    private long written;

    /** For an empty slab. */
    ChunkPlan() {
        this(0, 0, 0);
    }

    private ChunkPlan(long planned, long moving, long written) {
        this.planned = planned;
        this.moving = moving;
        this.written = written;
    }

    /** After a fork. If there was one before, as much is likely to come as was written between the two. */
    ChunkPlan afterFork(boolean another) {
        return new ChunkPlan(another ? Math.max(0, written - moving) : 0, 0, 0);
    }

    /**
     * During and after a compaction that moves so many bytes. If no chunk stays, it starts over, as in a small slab.
     */
    ChunkPlan afterCompaction(long bytes, boolean goesOn) {
        return goesOn
                ? new ChunkPlan(bytes + Math.max(planned, written), bytes, written)
                : new ChunkPlan(bytes, bytes, 0);
    }

    /** Counts bytes that have been written. */
    void count(int bytes) {
        written += bytes;
    }

    /** Bytes of the next chunk, judged only by the records to come. */
    int nextChunkBytes(PackedSizes sizes) {
        // First the rest of the plan, then as much again as was written, so that small projects stay small and large
        // ones have few chunks. Shortly after a plan, only a part of that: the next fork wastes what is unused of a
        // chunk.
        boolean isPlanned = planned > moving && written / 2 < planned;
        long more = isPlanned ? written / BEYOND_PLAN : written;
        long wanted = written < planned ? planned - written : more;
        return (int) Math.min(sizes.chunkBytes(), Math.max(sizes.smallestChunk(), wanted + 7 & -Layout.ALIGNMENT));
    }
}
