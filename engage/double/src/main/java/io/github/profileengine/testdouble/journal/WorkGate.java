package io.github.profileengine.testdouble.journal;

import io.github.profileengine.profile.ProfileId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Knows which threads handle a request, and which run work between two requests. Callers of each method must hold the
 * monitor, on which the methods wait. A thread that is itself handling a request waits for nothing but its turn.
 */
final class WorkGate {
    /** A request that has begun. Compared by identity. Its methods take the monitor themselves. */
    final class Running implements Journal.Work {
        private final Thread worker;
        private final long number;
        private Turn turn = new Turn(Set.of());

        Running(Thread worker, long number) {
            this.worker = worker;
            this.number = number;
        }

        @Override
        public void awaitTurn(Supplier<Set<ProfileId>> profiles) {
            Set<ProfileId> wanted = Set.of();
            for (Set<ProfileId> now = profiles.get(); !wanted.containsAll(now); now = profiles.get()) {
                wanted = now;
                synchronized (monitor) {
                    WorkGate.this.awaitTurn(this, wanted);
                }
            }
        }

        @Override
        public void end() {
            synchronized (monitor) {
                WorkGate.this.end(this);
            }
        }
    }

    /** The turn of a request on some profiles. Compared by identity. */
    private static final class Turn {
        private final Set<ProfileId> profiles;

        Turn(Set<ProfileId> profiles) {
            this.profiles = profiles;
        }
    }

    private final Object monitor;
    // In the order in which they began. A thread is repeated for each nested request.
    private final Set<Running> running = new LinkedHashSet<>();
    private long begun;
    // The turns that have not ended, in the order in which they were asked for.
    private final Set<Turn> turns = new LinkedHashSet<>();
    // The threads that run work beside which no request may begin; a thread is repeated for each nested call.
    private final Deque<Thread> atRest = new ArrayDeque<>();

    WorkGate(Object monitor) {
        this.monitor = monitor;
    }

    /** Begins a request of this thread once no work between requests is running. */
    Running begin() {
        await(() -> atRest.isEmpty() || isAtWork());
        Running request = new Running(Thread.currentThread(), ++begun);
        running.add(request);
        return request;
    }

    /**
     * Waits for the turn of a request on some profiles: until no turn on one of them is left that was asked for before.
     * Its turn ends when the request does, or asks for another. Since a turn is on all of its profiles at once,
     * requests never wait in a circle.
     */
    private void awaitTurn(Running request, Set<ProfileId> profiles) {
        if (turns.remove(request.turn)) {
            monitor.notifyAll();
        }
        List<Turn> before = turns.stream()
                .filter(other -> !Collections.disjoint(other.profiles, profiles))
                .toList();
        request.turn = new Turn(profiles);
        turns.add(request.turn);
        await(() -> before.stream().noneMatch(turns::contains));
    }

    private void end(Running request) {
        running.remove(request);
        turns.remove(request.turn);
        monitor.notifyAll();
    }

    /** Ends the latest request of this thread, if there is one. */
    void endLatest() {
        Thread caller = Thread.currentThread();
        running.stream()
                .filter(request -> request.worker == caller)
                .reduce((earlier, later) -> later)
                .ifPresent(this::end);
    }

    /**
     * Lets no new request begin until {@link #endRest}, and waits for those that are running. Only one thread at a time
     * may do so.
     */
    void beginRest() {
        Thread caller = Thread.currentThread();
        await(() -> atRest.isEmpty() || atRest.contains(caller) || isAtWork());
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
        await(() -> running.isEmpty() || running.iterator().next().number > last || isAtWork());
    }

    /** Whether this thread handles a request. */
    private boolean isAtWork() {
        Thread caller = Thread.currentThread();
        return running.stream().anyMatch(request -> request.worker == caller);
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
