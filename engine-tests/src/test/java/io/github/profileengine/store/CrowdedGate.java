package io.github.profileengine.store;

import java.util.function.IntSupplier;

/** A wrong gate: it keeps batches out while it is closed, but several threads may close it at once. */
final class CrowdedGate extends Gate {
    private int closers;
    private int inside;

    @Override
    synchronized int enter() {
        awaitZero(() -> closers);
        inside++;
        return 0;
    }

    @Override
    synchronized void leave(int ticket) {
        inside--;
        notifyAll();
    }

    @Override
    synchronized void close() {
        closers++;
        awaitZero(() -> inside);
    }

    @Override
    synchronized void open() {
        closers--;
        notifyAll();
    }

    @Override
    synchronized int openFromInside() {
        inside++;
        open();
        return 0;
    }

    private void awaitZero(IntSupplier count) {
        while (count.getAsInt() != 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
