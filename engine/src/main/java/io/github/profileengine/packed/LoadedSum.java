package io.github.profileengine.packed;

/** Adds up what is loaded only to have it near: loads of which nobody looks at the sum would be left out. */
final class LoadedSum {
    private static final long NEVER = 0x5EED_5EED_5EED_5EEDL;

    private long sum;

    void add(long loaded) {
        sum += loaded;
    }

    /** Looks at the sum. */
    void end() {
        if (sum == NEVER) {
            Thread.onSpinWait();
        }
    }
}
