package io.github.profileengine.feed;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** The executor for subscribers that do not name one. */
enum DefaultExecutor implements Executor {
    INSTANCE;

    // A common pool without threads takes tasks and never runs them, but reports a parallelism of 1.
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
