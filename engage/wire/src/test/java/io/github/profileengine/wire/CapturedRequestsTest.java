package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What official clients put on the wire must decode to what their index says, and apply. */
class CapturedRequestsTest {

    private static final List<String> CLIENTS = List.of(
            "mixpanel-browser-2.83.0",
            "mixpanel-go-v2.0.0-beta.2",
            "mixpanel-java-1.6.1",
            "mixpanel-node-0.24.0",
            "mixpanel-python-5.3.0");

    /** Events, whose requests a test double answers; they hold no profile update. */
    private static final Set<String> EVENT_PATHS = Set.of("/track", "/track/", "/import", "/t/");

    /** Preflights, and an image request of a client that forgot its payload. */
    private static final List<String> WITHOUT_PAYLOAD = List.of(
            "53-xhr-headers-people-set-preflight.http",
            "55-xhr-headers-people-set-preflight.http",
            "62-img-mode-people-set.http",
            "64-img-mode-people-set.http");

    /** Records that no engine may accept, by client and file. */
    private static final Map<String, String> INVALID = Map.of();

    private record Entry(String client, Map<?, ?> index) {

        String file() {
            return (String) index.get("file");
        }

        String name() {
            return client + "/" + file();
        }

        boolean isEvent() {
            return EVENT_PATHS.contains((String) index.get("path"));
        }

        boolean hasPayload() {
            return !"none".equals(index.get("payloadEncoding"));
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
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> payload_ofEachProfileRequest_decodesAndApplies() {
        return entries()
                .filter(entry -> !entry.isEvent() && entry.hasPayload())
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> check(entry)));
    }

    private static void check(Entry entry) {
        String payload = CapturedRequest.of(resource(entry.name())).payload().orElseThrow();
        assertThat(payload).isEqualTo(entry.index().get("payloadText"));
        ReaderOptions request = ReaderOptions.defaults().withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST);
        DecodedText text = UpdateText.read(Records.utf8(payload), request);
        assertThat(text).isInstanceOfSatisfying(DecodedText.Records.class, records -> {
            assertThat(records.records()).isNotEmpty();
            assertThat(apply(records.records())).isEqualTo(INVALID.getOrDefault(entry.name(), "none"));
        });
    }

    /** The first rejection, of the decoder or of the engine. */
    private static String apply(List<DecodedRecord> records) {
        for (DecodedRecord record : records) {
            if (record instanceof DecodedRecord.Invalid invalid) {
                return invalid.message();
            }
        }
        List<Update> updates = records.stream()
                .map(record -> ((DecodedRecord.Valid) record).update())
                .toList();
        try (ProfileEngine engine = ProfileEngine.builder().build()) {
            BatchResult result = engine.apply(Batch.of(updates));
            return result.rejections().isEmpty()
                    ? "none"
                    : result.rejections().get(0).message();
        }
    }

    @Test
    void index_requestsWithoutPayload_areKnown() {
        assertThat(entries()
                        .filter(entry -> !entry.isEvent() && !entry.hasPayload())
                        .map(Entry::file))
                .isEqualTo(WITHOUT_PAYLOAD);
    }

    @Test
    void index_requests_areAsManyAsWereCaptured() {
        assertThat(entries()).hasSize(205);
        assertThat(entries().filter(Entry::isEvent)).hasSize(37);
    }
}
