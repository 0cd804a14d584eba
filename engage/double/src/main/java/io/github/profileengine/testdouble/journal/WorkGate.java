package io.github.profileengine.testdouble.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Knows which threads handle a request, and which run work between two requests. Callers of each method must hold the
 * monitor, on which the methods wait. A thread that is itself handling a request never waits.
 */
final class WorkGate {
    private final Object monitor;
    // The threads that handle a request, in the order in which they began it, with an ascending number.
    private final Map<Thread, Long> atWork = new LinkedHashMap<>();
    private long begun;
    // The threads that run work beside which no request may begin; a thread is repeated for each nested call.
    private final Deque<Thread> atRest = new ArrayDeque<>();

    WorkGate(Object monitor) {
        this.monitor = monitor;
    }

    /** Begins a request once no work between requests is running. Returns the number of the request. */
    long begin(Thread worker) {
        await(() -> atRest.isEmpty() || atWork.containsKey(worker));
        long number = ++begun;
        atWork.put(worker, number);
        return number;
    }

    /** Ends a request, unless the same thread has begun another since. */
    void end(Thread worker, long number) {
        atWork.remove(worker, number);
        monitor.notifyAll();
    }

    /** Ends the request of a thread, if there is one. */
    void end(Thread worker) {
        atWork.remove(worker);
        monitor.notifyAll();
    }

    /**
     * Lets no new request begin until {@link #endRest}, and waits for those that are running. Only one thread at a time
     * may do so.
     */
    void beginRest() {
        Thread caller = Thread.currentThread();
        await(() -> atRest.isEmpty() || atRest.contains(caller) || atWork.containsKey(caller));
        atRest.push(caller);
        settle();
    }

    void endRest() {
        atRest.removeFirstOccurrence(Thread.currentThread());
        monitor.notifyAll();
    }

    /** Waits until all requests that have begun before this call have ended. */
    void settle() {
        long last = begun;
        await(() -> !isAtWork(last) || atWork.containsKey(Thread.currentThread()));
    }

    private boolean isAtWork(long last) {
        return !atWork.isEmpty() && atWork.values().iterator().next() <= last;
    }

    private void await(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            try {
                monitor.wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
