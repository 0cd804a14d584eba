package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventSeatsTest {
    /** Accepts nothing, like a client that has stopped reading. */
    private static final class Stuck extends OutputStream {
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void write(int octet) throws IOException {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    /** Starts a thread that sends to such a client, and returns it once it does. */
    private static Thread sending(EventSeats seats) throws InterruptedException {
        Stuck client = new Stuck();
        Thread thread = new Thread(() -> {
            EventSeats.Seat seat = seats.take(client).orElseThrow();
            try {
                seat.write(1);
            } catch (IOException ended) {
                seats.leave(seat);
            }
        });
        thread.setDaemon(true);
        thread.start();
        client.begun.await();
        return thread;
    }

    @Test
    void seats_allTaken_areFullUntilOneIsLeft() {
        EventSeats seats = new EventSeats(1, Duration.ZERO);
        EventSeats.Seat seat = seats.take(new ByteArrayOutputStream()).orElseThrow();

        assertThat(seats.isFull()).isTrue();
        assertThat(seats.take(new ByteArrayOutputStream())).isEmpty();

        seats.leave(seat);
        assertThat(seats.isFull()).isFalse();
    }

    @Test
    void endStuck_clientThatTakesNothing_losesItsSeat() throws Exception {
        EventSeats seats = new EventSeats(1, Duration.ZERO);
        Thread thread = sending(seats);

        seats.endStuck();

        thread.join();
        assertThat(seats.isFull()).isFalse();
    }

    @Test
    void endStuck_clientThatMayStillTakeIt_isLeftAlone() throws Exception {
        EventSeats seats = new EventSeats(1, Duration.ofDays(1));
        Thread thread = sending(seats);

        seats.endStuck();

        assertThat(thread.isInterrupted()).isFalse();
        assertThat(seats.isFull()).isTrue();
        thread.interrupt();
    }

    @Test
    void endStuck_clientThatTookEverything_isLeftAlone() throws Exception {
        EventSeats seats = new EventSeats(1, Duration.ZERO);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        seats.take(client).orElseThrow().write(new byte[] {1, 2});

        seats.endStuck();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(client.toByteArray()).containsExactly(1, 2);
    }
}
