package io.github.profileengine.testdouble.journal;

import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request, its content and its answer. Immutable.
 *
 * @param number counts the requests of a double, from 1
 * @param request the request as it came
 * @param unpacked the body after inflating; the request's own bytes if it was not gzip
 * @param payload the JSON text that the request carried; empty if it carried none
 * @param fault why the request as a whole failed; null if it did not
 * @param updates the records of {@code /engage} and {@code /groups}, in order
 * @param events the events of {@code /track} and {@code /import}, in order
 * @param answer the answer that was sent
 * @param injected the injected fault, such as {@code injected: status 503}; null if there was none. It counts records
 *     from 1, unlike {@link JournaledUpdate#index()}
 */
public record JournalEntry(
        long number,
        JournaledRequest request,
        Bytes unpacked,
        Bytes payload,
        @Nullable String fault,
        List<JournaledUpdate> updates,
        List<JournaledEvent> events,
        JournaledAnswer answer,
        @Nullable String injected) {
    private static final int ENTRY_BYTES = 1_000;
    private static final int HEADER_BYTES = 100;
    private static final int RECORD_BYTES = 300;
    private static final int OUTCOME_BYTES = 400;
    /** A decoded value takes several times the memory of its JSON text, and the text itself is kept, too. */
    private static final int DECODED_FACTOR = 5;

    /** Copies the lists. */
    public JournalEntry {
        updates = List.copyOf(updates);
        events = List.copyOf(events);
    }

    /** Creates an entry for a request without injected fault. */
    public JournalEntry(
            long number,
            JournaledRequest request,
            Bytes unpacked,
            Bytes payload,
            @Nullable String fault,
            List<JournaledUpdate> updates,
            List<JournaledEvent> events,
            JournaledAnswer answer) {
        this(number, request, unpacked, payload, fault, updates, events, answer, null);
    }

    /** Whether nothing in the request failed. */
    public boolean isAccepted() {
        return fault == null
                && updates.stream().noneMatch(JournaledUpdate::isRejected)
                && events.stream().noneMatch(JournaledEvent::isRejected);
    }

    /** Whether an injected fault kept the request from being applied. */
    public boolean isPrevented() {
        return injected != null && injected.equals(fault);
    }

    /** Whether the request refers to a project. */
    public boolean concerns(String token) {
        return tokens().anyMatch(token::equals);
    }

    /** Whether the request refers to a project and to no other. */
    public boolean concernsOnly(String token) {
        return concerns(token) && tokens().allMatch(token::equals);
    }

    /** Whether an update of the request refers to a profile. */
    public boolean concerns(ProfileId id) {
        for (JournaledUpdate update : updates) {
            if (update.concerns(id)) {
                return true;
            }
        }
        return false;
    }

    /** The project of each record and event that names one, in order. A project named several times is repeated. */
    public Stream<String> tokens() {
        return Stream.concat(
                updates.stream().map(JournaledUpdate::token).flatMap(Stream::ofNullable),
                events.stream().map(JournaledEvent::token).flatMap(Stream::ofNullable));
    }

    /** How many of its records and events were rejected. */
    long rejected() {
        return updates.stream().filter(JournaledUpdate::isRejected).count()
                + events.stream().filter(JournaledEvent::isRejected).count();
    }

    /**
     * About how much memory the entry takes, rather too much than too little: a bound that ignores the overhead of
     * small records bounds nothing.
     */
    long weight() {
        long texts = 2L * request.target().length();
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            texts += HEADER_BYTES + 2L * header.getKey().length();
            for (String value : header.getValue()) {
                texts += HEADER_BYTES + 2L * value.length();
            }
        }
        long outcomes = updates.stream()
                .mapToLong(update ->
                        RECORD_BYTES + (long) OUTCOME_BYTES * update.outcomes().size())
                .sum();
        return ENTRY_BYTES
                + texts
                + request.body().length()
                + (unpacked == request.body() ? 0 : unpacked.length())
                + (updates.isEmpty() && events.isEmpty() ? 1L : DECODED_FACTOR) * payload.length()
                + outcomes
                + (long) RECORD_BYTES * events.size()
                + answer.body().length();
    }
}
