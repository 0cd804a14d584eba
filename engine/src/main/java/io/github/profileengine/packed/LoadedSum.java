package io.github.profileengine.packed;

/** Adds up what is loaded only to bring it into the cache: the compiler removes loads whose result nobody uses. */
final class LoadedSum {
    // As far as a compiler can tell, any sum of loaded bytes may equal it.
    private static final long NEVER = 0x5EED_5EED;

    private long sum;

    void add(long loaded) {
        sum += loaded;
    }

    /** Uses the sum. */
    void end() {
        consume(sum);
    }

    /** Uses what was loaded, so that the compiler keeps the load. */
    static void consume(long loaded) {
        if (loaded == NEVER) {
            Thread.onSpinWait();
        }
    }
}
