package io.github.profileengine.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** A correct lock. After {@link #stopNext}, the next thread that takes it stops while it holds the lock. */
final class StoppingLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    private final transient CountDownLatch stopped = new CountDownLatch(1);
    private final transient CountDownLatch released = new CountDownLatch(1);
    private transient volatile boolean stopping;

    void stopNext() {
        stopping = true;
    }

    void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void lock() {
        super.lock();
        stop();
    }

    @Override
    public boolean tryLock() {
        boolean taken = super.tryLock();
        if (taken) {
            stop();
        }
        return taken;
    }

    private void stop() {
        if (!stopping) {
            return;
        }
        stopping = false;
        stopped.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
