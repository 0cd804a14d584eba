package io.github.profileengine.testdouble.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clients that receive events; each has a seat. The number of seats is bounded, because each client occupies a
 * thread. A client that reads nothing for too long can be made to give up its seat. Any thread may use this object.
 */
final class EventSeats {
    private final int most;
    private final long patienceNanos;
    private final Map<Seat, Thread> taken = new HashMap<>();

    /**
     * Creates seats, all of them free.
     *
     * @param most the number of seats
     * @param patience how long a client may read nothing of what is sent to it
     */
    EventSeats(int most, Duration patience) {
        this.most = most;
        this.patienceNanos = patience.toNanos();
    }

    /** The output to one client. The thread that took the seat writes to it. */
    static final class Seat extends OutputStream {
        private final OutputStream out;
        private boolean sending;
        private long since;

        private Seat(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begin();
            try {
                out.write(bytes, offset, length);
                out.flush();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            sending = true;
            since = System.nanoTime();
        }

        private synchronized void end() {
            sending = false;
        }

        private synchronized boolean isStuck(long nanos) {
            return sending && System.nanoTime() - since >= nanos;
        }
    }

    /** Takes a seat for the current thread; empty if none is free. */
    synchronized Optional<Seat> take(OutputStream out) {
        if (isFull()) {
            return Optional.empty();
        }
        Seat seat = new Seat(out);
        taken.put(seat, Thread.currentThread());
        return Optional.of(seat);
    }

    /** Gives a seat back. Its thread will no longer be interrupted. */
    synchronized void leave(Seat seat) {
        taken.remove(seat);
    }

    /** Whether no seat is free. */
    synchronized boolean isFull() {
        return taken.size() >= most;
    }

    /**
     * Interrupts each thread that writes to a client which has read nothing for too long. This closes the connection.
     */
    synchronized void endStuck() {
        taken.forEach((seat, thread) -> {
            if (seat.isStuck(patienceNanos)) {
                thread.interrupt();
            }
        });
    }
}
