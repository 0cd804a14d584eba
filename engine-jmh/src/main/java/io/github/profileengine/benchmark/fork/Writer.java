package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import org.jspecify.annotations.Nullable;

/** A thread that fills a store, then edits it in batches of {@value #BATCH} without a pause until it is ended. */
final class Writer extends Thread {
    static final int BATCH = 2_000;

    private final Store store;
    private final int profiles;
    private long updates;
    private boolean ended;
    private @Nullable Throwable failure;

    Writer(Store store, int profiles) {
        super("writer");
        this.store = store;
        this.profiles = profiles;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            new Population(profiles, 1).fill(store);
            Population population = new Population(profiles, 2);
            for (int second = 1; goesOn(); second++) {
                store.apply(population.edits(BATCH), second);
            }
        } catch (RuntimeException | Error broken) {
            fail(broken);
        }
    }

    private synchronized boolean goesOn() {
        updates += BATCH;
        notifyAll();
        return !ended;
    }

    private synchronized void fail(Throwable broken) {
        failure = broken;
        notifyAll();
    }

    /** Waits until this many more updates are done. */
    synchronized void awaitUpdates(long more) throws InterruptedException {
        long enough = updates + more;
        while (updates < enough) {
            if (failure != null) {
                throw new IllegalStateException("the writer failed", failure);
            }
            wait();
        }
    }

    void end() throws InterruptedException {
        synchronized (this) {
            ended = true;
        }
        join();
    }
}
