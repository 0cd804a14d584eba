package io.github.profileengine.testdouble.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clients that are told of events. Bounded, as each keeps a thread. One that takes nothing any more can be made to
 * give its seat up. Any thread may use it.
 */
final class EventSeats {
    private final int most;
    private final long patienceNanos;
    private final Map<Seat, Thread> taken = new HashMap<>();

    /**
     * Seats, all of them free.
     *
     * @param most how many there are
     * @param patience how long a client may take nothing of what it is sent
     */
    EventSeats(int most, Duration patience) {
        this.most = most;
        this.patienceNanos = patience.toNanos();
    }

    /** What one client is sent through, by the thread that took it. */
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

    /** Takes a seat for the present thread; empty if none is free. */
    synchronized Optional<Seat> take(OutputStream out) {
        if (isFull()) {
            return Optional.empty();
        }
        Seat seat = new Seat(out);
        taken.put(seat, Thread.currentThread());
        return Optional.of(seat);
    }

    /** Gives a seat back; the thread that had it is left alone from now on. */
    synchronized void leave(Seat seat) {
        taken.remove(seat);
    }

    /** Whether no seat is free. */
    synchronized boolean isFull() {
        return taken.size() >= most;
    }

    /** Interrupts who sends to a client that has taken nothing for too long, which closes the connection. */
    synchronized void endStuck() {
        taken.forEach((seat, thread) -> {
            if (seat.isStuck(patienceNanos)) {
                thread.interrupt();
            }
        });
    }
}
