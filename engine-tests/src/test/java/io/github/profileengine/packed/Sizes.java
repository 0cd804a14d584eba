package io.github.profileengine.packed;

/** Sizes with which everything that is rare in a large table happens all the time. */
final class Sizes {
    /** Chunks of a few records, compaction at every turn. */
    static final PackedSizes TINY = new PackedSizes(64, 512, 128, 1 << 16, 8, 0);

    /** No room to grow, and most records have a chunk of their own. */
    static final PackedSizes CRAMPED = new PackedSizes(8, 64, 64, 1 << 16, Integer.MAX_VALUE, 64);

    private Sizes() {}
}
