package io.github.profileengine.testdouble.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The requests that are arriving or being answered. A request that takes too long to arrive is ended: its thread is
 * interrupted, which closes the connection. A request that has arrived is never ended, and closing waits for it, so
 * that everything that was applied is also answered. Any thread may use it.
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

    /** Runs the code that reads a request and, once it has {@linkplain #arrived arrived}, answers it. */
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
     * Notes that the request of this thread has arrived completely.
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
     * Tells {@link #close} not to wait for the request of this thread. Its answer is a stream, which ends only on
     * closing.
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

    /** Admits no more requests, and waits at most this long until all admitted ones are answered. */
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
