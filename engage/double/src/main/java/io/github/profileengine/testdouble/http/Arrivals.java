package io.github.profileengine.testdouble.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The requests that are on their way in, and those that are being answered. One that takes too long to arrive is ended:
 * its thread is interrupted, which closes its connection. One that has arrived is never ended, and closing waits for
 * it, so that what was applied is also answered. Any thread may use it.
 */
final class Arrivals {
    private enum State {
        ARRIVING,
        ARRIVED,
        ENDED
    }

    /** One request, on the thread that reads and answers it. */
    private static final class Arrival {
        private final Thread thread = Thread.currentThread();
        private final long start = System.nanoTime();
        private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);
        private boolean answering;
    }

    /** A thread reads and answers one request at a time. */
    private static final ThreadLocal<Arrival> CURRENT = new ThreadLocal<>();

    private final Set<Arrival> open = ConcurrentHashMap.newKeySet();
    private final Object monitor = new Object();
    private int answering;
    private boolean closed;

    /** Runs what reads a request and, if that {@linkplain #arrived arrives}, answers it. */
    void run(Runnable exchange) {
        Arrival arrival = new Arrival();
        open.add(arrival);
        CURRENT.set(arrival);
        try {
            exchange.run();
        } finally {
            CURRENT.remove();
            open.remove(arrival);
            if (arrival.answering) {
                answered();
            }
        }
    }

    /**
     * The request of this thread has arrived whole.
     *
     * @return false if it must not be handled: it came too late, or the server is closing
     */
    boolean arrived() {
        Arrival arrival = CURRENT.get();
        if (!arrival.state.compareAndSet(State.ARRIVING, State.ARRIVED)) {
            return false;
        }
        synchronized (monitor) {
            if (!closed) {
                answering++;
                arrival.answering = true;
            }
            return arrival.answering;
        }
    }

    /**
     * The request of this thread is answered by a stream that ends when it is closed, so closing must not wait for it.
     */
    void letGo() {
        Arrival arrival = CURRENT.get();
        if (arrival.answering) {
            arrival.answering = false;
            answered();
        }
    }

    private void answered() {
        synchronized (monitor) {
            answering--;
            monitor.notifyAll();
        }
    }

    /** Ends every request that has been arriving for longer than this. */
    void endOlderThan(long nanos) {
        long now = System.nanoTime();
        for (Arrival arrival : open) {
            if (now - arrival.start > nanos && arrival.state.compareAndSet(State.ARRIVING, State.ENDED)) {
                arrival.thread.interrupt();
            }
        }
    }

    /** Lets nothing in any more, and waits until all that was let in is answered, or for so long. */
    void close(long nanos) {
        long deadline = System.nanoTime() + nanos;
        synchronized (monitor) {
            closed = true;
            try {
                for (long left = nanos; answering > 0 && left > 0; left = deadline - System.nanoTime()) {
                    monitor.wait(left / 1_000_000 + 1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
