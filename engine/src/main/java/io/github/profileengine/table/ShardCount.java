package io.github.profileengine.table;

/**
 * Over how many tables profiles are spread. More let more threads write at once, and so few of them meet; but each has
 * objects of its own, which push others out of the cache.
 */
public final class ShardCount {
    public static final int MOST = 1_024;

    private static final int A_PROCESSOR = 16;

    /** That of whoever was not told another one: it fits the processors that this JVM began with. */
    public static final int USUAL = of(Runtime.getRuntime().availableProcessors());

    private ShardCount() {}

    /** What fits so many processors: a power of two that gives each 16 at least, or the most. */
    static int of(int processors) {
        int least = A_PROCESSOR * Math.min(processors, MOST / A_PROCESSOR);
        return Integer.highestOneBit(2 * least - 1);
    }
}
