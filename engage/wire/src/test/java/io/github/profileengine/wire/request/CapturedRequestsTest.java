package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedText;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.TargetKind;
import io.github.profileengine.wire.UpdateText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests that official clients sent must decode to what their index says, and must apply. */
class CapturedRequestsTest {

    private static final List<String> CLIENTS = List.of(
            "mixpanel-browser-2.83.0",
            "mixpanel-go-v2.0.0-beta.2",
            "mixpanel-java-1.6.1",
            "mixpanel-node-0.24.0",
            "mixpanel-python-5.3.0");

    private static final Set<String> EVENT_PATHS = Set.of("/track", "/track/", "/import", "/t/");

    private static final Set<String> GROUP_PATHS = Set.of("/groups", "/groups/");

    /** Preflights, and image requests of a client that forgot its payload. */
    private static final List<String> WITHOUT_PAYLOAD = List.of(
            "53-xhr-headers-people-set-preflight.http",
            "54-xhr-headers-people-set-preflight.http",
            "55-xhr-headers-people-set-preflight.http",
            "62-img-mode-people-set.http",
            "63-img-mode-people-set.http",
            "64-img-mode-people-set.http");

    private record Entry(String client, Map<?, ?> index) {

        String name() {
            return client + "/" + index.get("file");
        }

        String path() {
            return (String) index.get("path");
        }

        boolean hasPayload() {
            return !"none".equals(index.get("payloadEncoding"));
        }

        RawRequest request() {
            return RawRequest.of(resource(name()));
        }
    }

    private static Stream<Entry> entries() {
        return CLIENTS.stream().flatMap(client -> {
            List<?> index = (List<?>) JsonText.read(resource(client + "/index.json"), ReaderOptions.defaults());
            return index.stream().map(entry -> new Entry(client, (Map<?, ?>) entry));
        });
    }

    private static byte[] resource(String name) {
        try (InputStream in = CapturedRequestsTest.class.getResourceAsStream("/captured-requests/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> decode_eachRequestWithPayload_givesPayloadAndParameters() {
        return entries()
                .filter(Entry::hasPayload)
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> checkRequest(entry)));
    }

    private static void checkRequest(Entry entry) {
        DecodedRequest decoded = entry.request().decoded();
        assertThat(decoded.fault()).isEmpty();
        assertThat(new String(decoded.json(), StandardCharsets.UTF_8))
                .isEqualTo(entry.index().get("payloadText"));
        for (Object pair : (List<?>) entry.index().get("queryParams")) {
            checkParameter(decoded, ((List<?>) pair).get(0), ((List<?>) pair).get(1));
        }
        if (entry.index().get("otherFormParams") instanceof Map<?, ?> form) {
            form.forEach((name, value) -> checkParameter(decoded, name, value));
        }
    }

    private static void checkParameter(DecodedRequest decoded, Object name, Object value) {
        assertThat(decoded.parameters().first((String) name)).hasValue((String) value);
    }

    @TestFactory
    Stream<DynamicTest> read_payloadOfEachProfileRequest_applies() {
        return entries()
                .filter(entry -> entry.hasPayload() && !EVENT_PATHS.contains(entry.path()))
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> checkUpdates(entry)));
    }

    private static void checkUpdates(Entry entry) {
        boolean groups = GROUP_PATHS.contains(entry.path());
        ReaderOptions request = ReaderOptions.defaults()
                .withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST)
                .withTarget(groups ? TargetKind.GROUPS : TargetKind.USERS);
        DecodedText text = UpdateText.read(entry.request().decoded().json(), request);
        assertThat(text).isInstanceOfSatisfying(DecodedText.Records.class, records -> {
            List<Update> updates = updates(records);
            assertThat(updates).isNotEmpty().allMatch(update -> update.target().isGroup() == groups);
            assertThat(rejections(updates)).isEmpty();
        });
    }

    private static List<Update> updates(DecodedText.Records records) {
        assertThat(records.records()).allMatch(record -> record instanceof DecodedRecord.Valid);
        return records.records().stream()
                .map(record -> ((DecodedRecord.Valid) record).update())
                .toList();
    }

    private static List<?> rejections(List<Update> updates) {
        try (ProfileEngine engine = ProfileEngine.builder().build()) {
            BatchResult result = engine.apply(Batch.of(updates));
            return result.rejections();
        }
    }

    @TestFactory
    Stream<DynamicTest> read_payloadOfEachEventRequest_isValid() {
        return entries()
                .filter(entry -> entry.hasPayload() && EVENT_PATHS.contains(entry.path()))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.name(), () -> assertThat(events(entry)).isNotEmpty()));
    }

    /** Go sends a merge without a token: its project is the Basic user name. */
    private static List<DecodedEvent.Valid> events(Entry entry) {
        DecodedEvents events =
                EventReader.ofRequests().read(entry.request().decoded().json(), "SECRET");
        return ((DecodedEvents.Events) events)
                .events().stream().map(event -> (DecodedEvent.Valid) event).toList();
    }

    @Test
    void aliases_ofAllEventRequests_areTheCallsOfTheClients() {
        List<String> calls = new ArrayList<>();
        entries()
                .filter(entry -> entry.hasPayload() && EVENT_PATHS.contains(entry.path()))
                .flatMap(entry -> events(entry).stream())
                .flatMap(event -> event.aliases().stream())
                .map(CapturedRequestsTest::told)
                .forEach(calls::add);
        assertThat(calls)
                .filteredOn(call -> call.startsWith("TOKEN_abc123 $device:"))
                .hasSize(14);
        assertThat(calls)
                .filteredOn(call -> !call.startsWith("TOKEN_abc123 $device:"))
                .containsExactly(
                        "TOKEN_abc123 alias-1 -> user-1",
                        "TOKEN_abc123 user-1 -> alias-1",
                        "TOKEN_abc123 alias-1 -> user-1",
                        "SECRET user-2 -> user-1",
                        "TOKEN_abc123 alias-1 -> user-1",
                        "TOKEN_abc123 alias-1 -> user-1",
                        "TOKEN_abc123 alias-1 -> user-1",
                        "TOKEN_abc123 user-2 -> user-1");
    }

    private static String told(Alias alias) {
        return alias.token() + " " + alias.alias() + " -> " + alias.id();
    }

    @Test
    void index_requestsWithoutPayload_areKnownAndMissTheirData() {
        List<Entry> without = entries().filter(entry -> !entry.hasPayload()).toList();
        assertThat(without.stream().map(entry -> entry.index().get("file"))).isEqualTo(WITHOUT_PAYLOAD);
        assertThat(without)
                .allSatisfy(
                        entry -> assertThat(entry.request().decoded().fault()).hasValue(RequestFault.DATA_MISSING));
    }

    @Test
    void index_requests_areAsManyAsWereCaptured() {
        assertThat(entries()).hasSize(205);
        assertThat(entries().filter(entry -> EVENT_PATHS.contains(entry.path())))
                .hasSize(37);
    }
}
