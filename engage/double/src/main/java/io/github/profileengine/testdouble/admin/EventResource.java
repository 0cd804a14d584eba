package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code /events}: a stream of server-sent events about new requests and the status of the double. */
final class EventResource {
    /** Bounded, because each stream occupies a thread. */
    static final int MOST_STREAMS = 16;

    private static final long MOST_SECONDS = 86_400;
    /**
     * How long a client may read nothing. A browser that is busy for longer can read what it missed from the other
     * routes.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Steering steering;
    private final HealthResource health;
    private final EventSeats seats = new EventSeats(MOST_STREAMS, PATIENCE);

    EventResource(Steering steering, HealthResource health) {
        this.steering = steering;
        this.health = health;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/events", List.of("seconds"), this::open);
    }

    private WireAnswer open(AdminRequest request) {
        long seconds = request.number("seconds", 0, MOST_SECONDS).orElse(MOST_SECONDS);
        String last = request.header("Last-Event-ID").orElse("");
        if (seats.isFull()) {
            seats.endStuck();
            throw AdminRefusalException.busy(
                    "streams, all " + MOST_STREAMS + " are in use; close an inspector page or another reader");
        }
        EventStream stream = new EventStream(steering, health, last, seconds);
        return WireAnswer.streaming("text/event-stream", out -> write(stream, out))
                .with("Cache-Control", "no-store");
    }

    private void write(EventStream stream, OutputStream out) throws IOException, InterruptedException {
        Optional<EventSeats.Seat> seat = seats.take(out);
        if (seat.isPresent()) {
            try {
                stream.writeTo(seat.get());
            } finally {
                seats.leave(seat.get());
            }
        }
    }
}
