package io.github.profileengine.testdouble.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server: one for each request that is being read or answered, up to a bound. Past the bound, requests
 * wait until another one is answered or ended. The threads are daemons, and end when they have nothing to do.
 */
final class ServerThreads implements Executor {
    private static final int MAX_THREADS = 4_096;
    /**
     * Small stacks let thousands of threads stall at little cost. But a state that is restored may nest as deep as
     * values may.
     */
    private static final long STACK_BYTES = 2 << 20;

    private static final long IDLE_SECONDS = 10;
    private static final int CHECKS = 20;

    private final Arrivals arrivals;
    private final ThreadPoolExecutor overflow;
    private final ThreadPoolExecutor threads;
    private final Thread watch;
    // All running threads, and some that have ended.
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();

    /**
     * Creates threads with this name.
     *
     * @param arrivals the requests that they handle; one that takes longer than {@code maxNanos} to arrive is ended
     */
    ServerThreads(String name, Arrivals arrivals, long maxNanos) {
        this.arrivals = arrivals;
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(null, task, name + "-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            started.removeIf(other -> other.getState() == Thread.State.TERMINATED);
            started.add(thread);
            return thread;
        };
        overflow = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        overflow.allowCoreThreadTimeOut(true);
        threads = new ThreadPoolExecutor(
                0,
                MAX_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory,
                (task, full) -> overflow.execute(task));
        long pauseMillis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(maxNanos) / CHECKS);
        watch = factory.newThread(() -> watch(pauseMillis, maxNanos));
        watch.start();
    }

    private void watch(long pauseMillis, long maxNanos) {
        try {
            while (true) {
                Thread.sleep(pauseMillis);
                arrivals.endOlderThan(maxNanos);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> arrivals.run(task));
    }

    // A pool counts as terminated when its threads have no more work; the threads themselves end a moment later.
    private void join() throws InterruptedException {
        for (Thread thread : started) {
            thread.join();
        }
    }

    /** Interrupts all threads and waits for them to end. */
    void close() {
        watch.interrupt();
        threads.shutdownNow();
        overflow.shutdownNow();
        try {
            watch.join();
            boolean ended = threads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS)
                    && overflow.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
            assert ended : "a thread of the server does not end";
            if (ended) {
                join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
