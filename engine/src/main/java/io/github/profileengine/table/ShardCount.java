package io.github.profileengine.table;

/**
 * Over how many tables profiles are spread. With more, more threads write at once, as few of them meet. But each table
 * has objects of its own, which evict others from the cache.
 */
public final class ShardCount {
    public static final int MOST = 1_024;

    private static final int A_PROCESSOR = 16;

    /** The default, which fits the processors that this JVM started with. */
    public static final int USUAL = of(Runtime.getRuntime().availableProcessors());

    private ShardCount() {}

    /** The count for so many processors: a power of two that gives each at least 16, or the most. */
    static int of(int processors) {
        int least = A_PROCESSOR * Math.min(processors, MOST / A_PROCESSOR);
        return Integer.highestOneBit(2 * least - 1);
    }
}
