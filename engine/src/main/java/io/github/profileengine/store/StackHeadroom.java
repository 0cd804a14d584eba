package io.github.profileengine.store;

/**
 * Makes a thread that is about to run out of stack fail early, while it holds no lock. Otherwise the stack could
 * overflow in the code that opens the gate or unlocks a shard, or in the middle of writing a record. Then every other
 * thread would wait for ever.
 */
final class StackHeadroom {
    // Together these frames take more stack than the deepest clean-up and the write of a record need, counted from
    // where a batch begins. Code in between, such as that for nested values, unwinds to there first. The frames are so
    // few that a processor predicts all their returns, which makes them quick. Instead, each keeps eight numbers and so
    // takes some 100 bytes once it is compiled.
    private static final int FRAMES = 44;

    private StackHeadroom() {}

    /** Throws {@code StackOverflowError} unless enough stack is left. */
    static void require() {
        if (descended(FRAMES, 1, 1, 1, 1, 1, 1, 1, 1) != 8 * FRAMES + 1) {
            throw new AssertionError("descended elsewhere");
        }
    }

    // All eight numbers are needed after the call returns, so they stay on the stack meanwhile.
    private static long descended(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        return frames == 0 ? a : descended(frames - 1, a, b, c, d, e, f, g, h) + (a + b + c + d + e + f + g + h);
    }
}
