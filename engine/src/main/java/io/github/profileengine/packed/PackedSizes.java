package io.github.profileengine.packed;

/**
 * How much is allocated at a time.
 *
 * @param smallestChunk bytes of a project's first chunk; later ones are larger
 * @param chunkBytes bytes of the chunks of a large project
 * @param mostShared bytes of the largest records that share a chunk with others; larger ones have one of their own
 * @param maxChunks most chunks of a project in one shard
 * @param slackDivisor a record that moves gets more room, up to its capacity divided by this
 * @param leastGarbage bytes of garbage below which a few chunks are not worth a compaction
 */
record PackedSizes(
        int smallestChunk, int chunkBytes, int mostShared, int maxChunks, int slackDivisor, int leastGarbage) {
    /**
     * A chunk is small enough to be an ordinary object for G1, which wastes memory on objects of half a region or more.
     * Four or more chunks with their headers fill a region. The end of a chunk that is too short for the next record is
     * garbage, which a compaction creates again; records that share chunks are so small that this is far below what is
     * tolerated. The least garbage is small because each project in each shard keeps that much, and there may be many
     * small ones.
     */
    static final PackedSizes DEFAULT = new PackedSizes(64, (1 << 18) - 64, 1 << 14, 1 << 17, 8, 512);

    // The two lowest numbers that a table's entry can hold have other meanings.
    private static final int RESERVED_CHUNKS = 1;

    PackedSizes {
        assert chunkBytes % Layout.ALIGNMENT == 0 && chunkBytes >= Layout.ALIGNMENT;
        assert smallestChunk % Layout.ALIGNMENT == 0 && smallestChunk <= chunkBytes && mostShared <= chunkBytes;
        maxChunks = (int) Math.min(maxChunks, (1L << Integer.SIZE - offsetBits(chunkBytes)) - RESERVED_CHUNKS);
    }

    private static int offsetBits(int chunkBytes) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(chunkBytes / Layout.ALIGNMENT - 1);
    }

    /** The exception for a shard that has as many chunks as it may. */
    NoMoreChunksException noMoreChunks() {
        return new NoMoreChunksException("a shard has room for " + maxChunks + " chunks of " + chunkBytes
                + " bytes of a project's profiles, and all are in use; a profile of over " + mostShared
                + " bytes takes one to itself; build the engine with more shards");
    }

    /** How many bits of a reference say where in its chunk a record begins. */
    int offsetBits() {
        return offsetBits(chunkBytes);
    }
}
