package io.github.profileengine.packed;

/**
 * How much is allocated at a time.
 *
 * @param smallestChunk bytes of a project's first chunk; later ones are larger
 * @param chunkBytes bytes of the chunks of a large project
 * @param mostShared bytes of the largest records that share a chunk with others; larger ones have one of their own
 * @param maxChunks most chunks of a project in one shard
 * @param slackDivisor a record that is written anew elsewhere gets up to one part in so many more
 * @param leastGarbage bytes of garbage below which a few chunks are not worth a compaction
 */
record PackedSizes(
        int smallestChunk, int chunkBytes, int mostShared, int maxChunks, int slackDivisor, int leastGarbage) {
    /**
     * A chunk is small enough to be an ordinary object for G1, which wastes memory on those that take half a region or
     * more, and with its header it is no more than a part of one, of which four or more fill it. What the next record
     * does not fit into at the end of a chunk is garbage that a compaction brings about again; records that share
     * chunks are so small that this is far from what is tolerated. As little garbage as that is kept by each project in
     * each shard, and there may be many small ones.
     */
    static final PackedSizes DEFAULT = new PackedSizes(64, (1 << 18) - 64, 1 << 14, 1 << 17, 8, 512);

    // The first two numbers of a table's entry stand for something else.
    private static final int RESERVED_CHUNKS = 1;

    PackedSizes {
        assert chunkBytes % Layout.ALIGNMENT == 0 && chunkBytes >= Layout.ALIGNMENT;
        assert smallestChunk % Layout.ALIGNMENT == 0 && smallestChunk <= chunkBytes && mostShared <= chunkBytes;
        maxChunks = (int) Math.min(maxChunks, (1L << Integer.SIZE - offsetBits(chunkBytes)) - RESERVED_CHUNKS);
    }

    private static int offsetBits(int chunkBytes) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(chunkBytes / Layout.ALIGNMENT - 1);
    }

    /** What a shard says that has as many chunks as it may. */
    IllegalStateException noMoreChunks() {
        return new IllegalStateException("a shard has room for " + maxChunks + " chunks of " + chunkBytes
                + " bytes of a project's profiles, of which each over " + mostShared
                + " bytes has one to itself, and no more");
    }

    /** How many bits of a reference say where in its chunk a record begins. */
    int offsetBits() {
        return offsetBits(chunkBytes);
    }
}
