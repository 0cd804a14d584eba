package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends one client events about new requests ({@code requests}) and the status of the double ({@code status}), until
 * the client leaves or the double ends. The id of an event consists of the run of the double and the number of the last
 * request sent. So a client that reconnects misses nothing that the journal still has. Used by one thread.
 */
final class EventStream {
    private static final int MOST_ENTRIES = 200;
    /**
     * How often to write if nothing happens: only a write reveals that the client has gone, and the next page needs its
     * seat.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    /** How often to check for changes that no signal announces, such as a clock that a test stops. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** How long to collect changes before they are sent: a burst causes twenty events a second, not thousands. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Steering steering;
    private final HealthResource health;
    private final Journal journal;
    private final long seconds;
    private long told;
    private @Nullable Object toldStatus;

    /**
     * Creates a stream.
     *
     * @param last the id of the last event that the client has received; empty for none
     * @param seconds after how many seconds the stream ends by itself
     */
    EventStream(Steering steering, HealthResource health, String last, long seconds) {
        this.steering = steering;
        this.health = health;
        this.journal = steering.journal();
        this.seconds = seconds;
        this.told = number(last).orElseGet(journal::total);
    }

    private Optional<Long> number(String id) {
        String run = health.run() + "-";
        if (!id.startsWith(run)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(id.substring(run.length())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Sends events until the stream ends. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long spoken = System.nanoTime();
        send(out, "retry: 1000\n\n");
        while (true) {
            boolean requests = tellRequests(out);
            boolean status = tellStatus(out);
            if (requests || status) {
                spoken = System.nanoTime();
            } else if (System.nanoTime() - spoken > HEARTBEAT.toNanos()) {
                spoken = System.nanoTime();
                send(out, ":\n\n");
            }
            if (System.nanoTime() - end >= 0) {
                return;
            }
            Thread.sleep(PAUSE.toMillis());
            steering.await(this::hasNews, LOOK);
        }
    }

    private boolean hasNews() {
        return journal.total() > told || !health.fingerprint().equals(toldStatus);
    }

    private boolean tellRequests(OutputStream out) throws IOException {
        long total = journal.total();
        if (total <= told) {
            return false;
        }
        List<JournalEntry> entries = journal.since(told);
        int skipped = Math.max(0, entries.size() - MOST_ENTRIES);
        told = entries.isEmpty()
                ? total
                : Math.max(total, entries.get(entries.size() - 1).number());
        send(
                out,
                "id: " + health.run() + "-" + told + "\nevent: requests\ndata: "
                        + new JsonObject()
                                .put("skipped", skipped)
                                .putList(
                                        "entries",
                                        entries.stream().skip(skipped).map(JournalText::summary))
                        + "\n\n");
        return true;
    }

    private boolean tellStatus(OutputStream out) throws IOException {
        Object status = health.fingerprint();
        if (status.equals(toldStatus)) {
            return false;
        }
        toldStatus = status;
        send(out, "event: status\ndata: " + health.health() + "\n\n");
        return true;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
