package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.testdouble.fault.Disturbance;
import io.github.profileengine.testdouble.journal.JournaledEvent;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the payload of a request. Immutable.
 *
 * @param updates the result of each record of {@code /engage} or {@code /groups}
 * @param events the result of each event of {@code /track} or {@code /import}
 * @param disturbances the disturbances of its updates, in their order
 * @param fault why the payload failed as a whole; null if it did not
 */
record Ingested(
        List<JournaledUpdate> updates,
        List<JournaledEvent> events,
        List<Disturbance> disturbances,
        @Nullable String fault) {

    static Ingested ofUpdates(List<JournaledUpdate> updates, List<Disturbance> disturbances) {
        return new Ingested(updates, List.of(), disturbances, updates.isEmpty() ? IngestionAnswers.NO_DATA : null);
    }

    static Ingested ofEvents(List<JournaledEvent> events) {
        return new Ingested(List.of(), events, List.of(), events.isEmpty() ? IngestionAnswers.NO_DATA : null);
    }

    /** The same records, but failed as a whole. */
    Ingested withFault(String why) {
        return new Ingested(updates, events, disturbances, why);
    }

    static Ingested failed(String fault) {
        return new Ingested(List.of(), List.of(), List.of(), fault);
    }

    /** The records that failed, in order. */
    List<FailedRecord> failures() {
        List<FailedRecord> failures = new ArrayList<>();
        for (JournaledUpdate update : updates) {
            if (update.field() != null) {
                boolean isUnknown = update.outcomes().get(0).rule() == Rule.RECORD_TOKEN_UNKNOWN;
                String message = String.valueOf(update.message());
                failures.add(new FailedRecord(update.index(), update.field(), message, null, isUnknown));
            }
        }
        for (JournaledEvent event : events) {
            if (event.field() != null) {
                Object insertId = event.properties().get("$insert_id");
                String message = String.valueOf(event.message());
                boolean isUnknown = EventIngestion.UNKNOWN_PROJECT.equals(message);
                failures.add(new FailedRecord(event.index(), event.field(), message, insertId, isUnknown));
            }
        }
        return failures;
    }

    /** How many records were accepted. */
    int accepted() {
        return updates.size() + events.size() - failures().size();
    }

    /**
     * A record or event that failed.
     *
     * @param insertId the {@code $insert_id} of an event; null if there is none
     * @param isOfUnknownProject whether it failed because the double does not know its project
     */
    record FailedRecord(
            int index,
            String field,
            String message,
            @Nullable Object insertId,
            boolean isOfUnknownProject) {}
}
