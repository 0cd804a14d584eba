package io.github.profileengine.testdouble.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Who is at work on a request, and who does something between two. Each method is to be called holding the monitor,
 * which is what they wait with. A thread that is itself at work on a request waits for nobody.
 */
final class WorkGate {
    private final Object monitor;
    // In the order of their beginning, with a number that grows.
    private final Map<Thread, Long> atWork = new LinkedHashMap<>();
    private long begun;
    // Who does something that no request may begin beside; once more for each within another.
    private final Deque<Thread> atRest = new ArrayDeque<>();

    WorkGate(Object monitor) {
        this.monitor = monitor;
    }

    /** Begins a request, once nobody rests; answers its number. */
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

    /** Lets no request begin, one caller after the other, until {@link #endRest}. */
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

    /** Waits until every request that was begun before has ended. */
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
