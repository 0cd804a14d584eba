package io.github.profileengine.packed;

/** How large the next chunk is that records share, by how much of them was written and is likely to come. */
final class ChunkPlan {
    private static final int BEYOND_PLAN = 8;
    static final int OWN_BYTES = 40;

    // Bytes of records that are likely to be added, and how many of these by the compaction that it begins with.
    private final long planned;
    private final long moving;
    private long written;

    /** Of an empty slab. */
    ChunkPlan() {
        this(0, 0, 0);
    }

    private ChunkPlan(long planned, long moving, long written) {
        this.planned = planned;
        this.moving = moving;
        this.written = written;
    }

    /** After a fork; if there was one before, as much is likely to come as was written between the two. */
    ChunkPlan afterFork(boolean another) {
        return new ChunkPlan(another ? Math.max(0, written - moving) : 0, 0, 0);
    }

    /** During and after a compaction that moves so much; where nothing stays it begins anew, as a small one. */
    ChunkPlan afterCompaction(long bytes, boolean goesOn) {
        return goesOn
                ? new ChunkPlan(bytes + Math.max(planned, written), bytes, written)
                : new ChunkPlan(bytes, bytes, 0);
    }

    /** So much has been written. */
    void count(int bytes) {
        written += bytes;
    }

    /** Bytes of the next chunk, of the records to come alone. */
    int nextChunkBytes(PackedSizes sizes) {
        // What is planned, and then as much again as there is, so that small projects stay small and large ones have
        // few chunks. Little over a plan, a part of that: the next fork leaves empty what is not used of a chunk.
        boolean isPlanned = planned > moving && written / 2 < planned;
        long more = isPlanned ? written / BEYOND_PLAN : written;
        long wanted = written < planned ? planned - written : more;
        return (int) Math.min(sizes.chunkBytes(), Math.max(sizes.smallestChunk(), wanted + 7 & -Layout.ALIGNMENT));
    }
}
