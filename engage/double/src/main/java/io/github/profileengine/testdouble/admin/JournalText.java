package io.github.profileengine.testdouble.admin;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledEvent;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.testdouble.journal.Sdk;
import io.github.profileengine.testdouble.journal.Verdict;
import io.github.profileengine.wire.UpdateWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes parts of the journal as JSON for answers. */
final class JournalText {
    private JournalText() {}

    /** A request as a list shows it. */
    static JsonObject summary(JournalEntry entry) {
        return head(entry)
                .put("updates", entry.updates().size())
                .put("events", entry.events().size())
                .put("rejected", rejected(entry))
                .put("status", entry.answer().status());
    }

    private static JsonObject head(JournalEntry entry) {
        return new JsonObject()
                .put("number", entry.number())
                .put("time", entry.request().time().toString())
                .put("method", entry.request().method())
                .put("target", entry.request().target())
                .put("remote_address", entry.request().remoteAddress())
                .put("tokens", ProjectNames.of(entry))
                .put("accepted", entry.isAccepted())
                .put("sdk", Sdk.of(entry.request()).word())
                .put("verdict", Verdict.of(entry).word())
                .put("fault", entry.fault())
                .put("injected", entry.injected());
    }

    private static long rejected(JournalEntry entry) {
        return entry.updates().stream().filter(JournaledUpdate::isRejected).count()
                + entry.events().stream().filter(JournaledEvent::isRejected).count();
    }

    /**
     * A request in full, with its bytes in base64.
     *
     * @param most how many bytes of a body, and how many characters of the payload, to show
     * @param offset how many records to skip
     * @param limit how many records to show
     */
    static JsonObject whole(JournalEntry entry, int most, long offset, long limit) {
        return head(entry)
                .put("headers", entry.request().headers())
                .put("body", base64(entry.request().body(), most))
                .put("body_bytes", entry.request().body().length())
                .put("unpacked", base64(entry.unpacked(), most))
                .put("unpacked_bytes", entry.unpacked().length())
                .put(
                        "payload",
                        entry.payload().length() == 0
                                ? null
                                : cut(entry.payload().text(), most))
                .putList("updates", part(entry.updates(), offset, limit).map(JournalText::update))
                .put("update_count", entry.updates().size())
                .putList("events", part(entry.events(), offset, limit).map(JournalText::event))
                .put("event_count", entry.events().size())
                .put("answer", answer(entry));
    }

    private static <T> Stream<T> part(List<T> records, long offset, long limit) {
        return records.stream().skip(offset).limit(limit);
    }

    private static JsonObject answer(JournalEntry entry) {
        Bytes body = entry.answer().body();
        return new JsonObject()
                .put("status", entry.answer().status())
                .put("body", base64(body, Integer.MAX_VALUE))
                .put("text", body.text());
    }

    private static String base64(Bytes bytes, int most) {
        byte[] all = bytes.toArray();
        return Base64.getEncoder().encodeToString(all.length <= most ? all : Arrays.copyOf(all, most));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** A record and its result. */
    static JsonObject update(JournaledUpdate update) {
        return new JsonObject()
                .put("index", update.index())
                .put("token", update.token())
                .put("profile", update.target() == null ? null : RequestedProfile.answer(update.target()))
                .putJson("update", update.update() == null ? "null" : UpdateWriter.line(update.update()))
                .put("rejected", update.isRejected())
                .put("field", update.field())
                .put("injected", disturbance(update))
                .putList("outcomes", update.outcomes().stream().map(JournalText::outcome));
    }

    /** What a fault did to a record, such as {@code dropped}; null if no fault disturbed it. */
    static @Nullable String disturbance(JournaledUpdate update) {
        return update.disturbance() == null ? null : update.disturbance().phrase();
    }

    /** What an operator did to a property. */
    static JsonObject outcome(Outcome outcome) {
        Operator operator = outcome.operator();
        return new JsonObject()
                .put("operator", operator == null ? null : operator.symbol())
                .put("property", outcome.property())
                .put("outcome", outcome.kind().name())
                .put("rule", outcome.rule().ruleName())
                .put("explanation", outcome.explanation());
    }

    private static JsonObject event(JournaledEvent event) {
        return new JsonObject()
                .put("index", event.index())
                .put("name", event.name())
                .put("token", event.token())
                .put("distinct_id", event.distinctId())
                .put("properties", event.properties())
                .putList("aliases", event.aliases().stream().map(JournalText::mapping))
                .put("rejected", event.isRejected())
                .put("field", event.field())
                .put("message", event.message());
    }

    private static JsonObject mapping(JournaledEvent.Mapping mapping) {
        return new JsonObject()
                .put("alias", mapping.alias().alias())
                .put("distinct_id", mapping.alias().id())
                .put("result", mapping.result().name());
    }
}
