package io.github.profileengine.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes calls near the end of a stack, to see what they leave behind when they overflow it. */
final class StackEnd {
    private static final int STACK_BYTES = 256 * 1024;
    private static final int PATIENCE_SECONDS = 60;

    private StackEnd() {}

    /**
     * Makes the call again and again, each time from one frame farther from the end of the stack, until there is room.
     *
     * @param check runs on an ordinary stack after each call that had no room
     */
    static void callUntilItFits(Runnable call, Runnable check) throws InterruptedException {
        boolean overflowed = false;
        for (int left = 0; !fits(left, call); left++) {
            overflowed = true;
            check.run();
        }
        if (!overflowed) {
            throw new AssertionError("there was room at the end of the stack");
        }
    }

    /** Makes the call from so many frames before the end of a thread's stack. Returns whether there was room for it. */
    private static boolean fits(int left, Runnable call) throws InterruptedException {
        Attempt attempt = new Attempt(left, call);
        FutureTask<Integer> descent = new FutureTask<>(attempt::descend);
        Thread deep = new Thread(null, descent, "deep", STACK_BYTES);
        deep.setDaemon(true);
        deep.start();
        try {
            descent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            throw new AssertionError("it waits for ever", tooLong);
        } catch (ExecutionException failed) {
            throw new AssertionError("it failed for another reason than the stack", failed.getCause());
        }
        if (!attempt.made) {
            throw new AssertionError("there was no room on the whole stack");
        }
        return attempt.fitted;
    }

    /** One call. Other threads read this after its thread has ended. */
    private static final class Attempt {
        private final int left;
        private final Runnable call;
        private boolean made;
        private boolean fitted;

        Attempt(int left, Runnable call) {
            this.left = left;
            this.call = call;
        }

        /** Goes down to the end of the stack and makes the call on the way up. Returns how many frames lie below. */
        @SuppressWarnings("InfiniteRecursion") // Overflowing is its purpose.
        int descend() {
            int below;
            try {
                below = descend() + 1;
            } catch (StackOverflowError end) {
                below = 0;
            }
            if (below == left && !made) {
                made = true;
                make();
            }
            return below;
        }

        private void make() {
            try {
                call.run();
                fitted = true;
            } catch (StackOverflowError noRoom) {
                fitted = false;
            }
        }
    }
}
