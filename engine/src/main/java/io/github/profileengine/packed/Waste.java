package io.github.profileengine.packed;

/**
 * What a slab has given out, and how much of that nobody needs any more: whether a compaction pays. The writer's own,
 * but for {@link #droppedObjects}, a hint for any thread.
 */
final class Waste {
    private static final int PARTS = 24;
    private static final int HALF = 12;
    // Every fork leaves much of it, and a compaction moves as many records as the writes did if it comes at half.
    private static final int TWO_THIRDS = 16;
    private static final int EIGHTH = 3;
    // Each freeze that a write follows leaves a chunk or two.
    private static final int MANY_CHUNKS = 64;
    private static final int MANY_TIMES = 8;

    private final PackedSizes sizes;
    private long allocated;
    private long garbage;
    private long droppedObjects;

    Waste(PackedSizes sizes) {
        this.sizes = sizes;
    }

    Waste copy() {
        Waste copy = new Waste(sizes);
        copy.allocated = allocated;
        copy.garbage = garbage;
        copy.droppedObjects = droppedObjects;
        return copy;
    }

    void allocate(int bytes) {
        allocated += bytes;
    }

    /** So many of the bytes given out are not in use any more. */
    void leave(int bytes) {
        garbage += bytes;
    }

    /** Bytes of objects that nothing but a chunk holds. */
    void drop(long bytes) {
        droppedObjects += bytes;
    }

    /** Bytes that are in use. */
    long live() {
        return allocated - garbage;
    }

    long droppedObjects() {
        return droppedObjects;
    }

    /**
     * Whether half of it is garbage, two thirds between forks, an eighth where there is no room for more, or it has
     * come to many small chunks.
     */
    boolean isTooMuch(int chunks, boolean forked) {
        // What is divided is divided only where it may matter.
        long waste = garbage + droppedObjects;
        return waste > sizes.leastGarbage() && waste * PARTS > allocated * tolerated(chunks, forked)
                || chunks > MANY_CHUNKS && chunks > MANY_CHUNKS + allocated / sizes.chunkBytes() * MANY_TIMES;
    }

    private int tolerated(int chunks, boolean forked) {
        if (chunks >= sizes.maxChunks()) {
            return EIGHTH;
        }
        return forked ? TWO_THIRDS : HALF;
    }
}
