package io.github.profileengine.packed;

/** Adds up what is loaded only to have it near: loads of which nobody looks at the sum would be left out. */
final class LoadedSum {
    // Any number of bytes that are loaded may come to it, as far as a compiler can tell.
    private static final long NEVER = 0x5EED_5EED;

    private long sum;

    void add(long loaded) {
        sum += loaded;
    }

    /** Consumes the sum. */
    void end() {
        consume(sum);
    }

    /** Has a use for what was loaded, so that the compiler keeps the load. */
    static void consume(long loaded) {
        if (loaded == NEVER) {
            Thread.onSpinWait();
        }
    }
}
