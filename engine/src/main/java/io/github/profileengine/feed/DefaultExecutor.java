package io.github.profileengine.feed;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Where subscribers run who did not say where. */
enum DefaultExecutor implements Executor {
    INSTANCE;

    // Set up without threads it takes tasks and never runs them; its own answer is 1 in that case too.
    private static final boolean HAS_POOL =
            Integer.getInteger("java.util.concurrent.ForkJoinPool.common.parallelism", 1) != 0;

    @Override
    public void execute(Runnable task) {
        if (HAS_POOL) {
            ForkJoinPool.commonPool().execute(task);
        } else {
            Thread thread = new Thread(task, "profile-engine-feed");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
