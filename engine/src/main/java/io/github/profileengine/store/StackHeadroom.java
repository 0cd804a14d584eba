package io.github.profileengine.store;

/**
 * Makes a thread that is about to run out of stack fail while it holds nothing yet. Otherwise it could overflow in the
 * very code that opens the gate or unlocks a shard again, or in the midst of a record, and every other thread would
 * wait for ever.
 */
final class StackHeadroom {
    // Together more than the deepest clean-up and the write of a record need, from where a batch begins; what lies
    // between, such as nested values, unwinds to it first. So few that a processor foresees where all of them return
    // to, which makes them quick; each keeps eight numbers instead, and takes some 100 bytes once it is compiled.
    private static final int FRAMES = 44;

    private StackHeadroom() {}

    /** Throws {@code StackOverflowError} unless there is some stack left. */
    static void require() {
        if (descended(FRAMES, 1, 1, 1, 1, 1, 1, 1, 1) != 8 * FRAMES + 1) {
            throw new AssertionError("descended elsewhere");
        }
    }

    // All eight are needed once the call has returned, so they lie on the stack meanwhile.
    private static long descended(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a : descended(frames - 1, a, b, c, d, e, f, g, h) + (a + b + c + d + e + f + g + h);
    }
}
