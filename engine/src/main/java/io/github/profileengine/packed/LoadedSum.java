package io.github.profileengine.packed;

/** Adds up what is loaded only to have it near: loads of which nobody looks at the sum would be left out. */
final class LoadedSum {
    // Any number of bytes that are loaded may come to it, as far as a compiler can tell.
    private static final long NEVER = 0x5EED_5EED;

    private long sum;

    void add(long loaded) {
        sum += loaded;
    }

    /** Looks at the sum. */
    void end() {
        look(sum);
    }

    /** Looks at what was loaded. */
    static void look(long loaded) {
        if (loaded == NEVER) {
            Thread.onSpinWait();
        }
    }
}
