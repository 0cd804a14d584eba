package io.github.profileengine.table;

/**
 * Makes a thread that is about to run out of stack fail while it holds nothing yet. Otherwise it could overflow in the
 * very code that opens the gate or unlocks a shard again, or in the midst of a record, and every other thread would
 * wait for ever.
 */
public final class Headroom {
    // More than the deepest clean-up and the write of a record need, from where a batch begins; what lies between, such
    // as nested values, unwinds to it first.
    private static final int FRAMES = 128;

    private Headroom() {}

    /** Throws {@code StackOverflowError} unless there is some stack left. */
    public static void require() {
        if (descended(FRAMES) != FRAMES) {
            throw new AssertionError("descended elsewhere");
        }
    }

    private static int descended(int frames) {
        return frames == 0 ? 0 : descended(frames - 1) + 1;
    }
}
