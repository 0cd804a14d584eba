package io.github.profileengine.testdouble;

import static io.github.profileengine.testdouble.PayloadRow.gzip;
import static io.github.profileengine.testdouble.PayloadRow.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.Verdict;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** According to its documentation, the live API takes no gzip for profiles, but SDKs send it nevertheless. */
class GzipRefusalTest {
    private static final String WHY = "body, gzip is not accepted here";

    private static final Map<String, String> RECORDS = Map.of(
            "/engage", "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}",
            "/groups", "{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$set\":{\"a\":1}}",
            "/track", "{\"event\":\"e\",\"properties\":{\"token\":\"shop\"}}",
            "/import", "{\"event\":\"e\",\"properties\":{\"token\":\"shop\"}}");

    private static EngageDouble start(boolean refusing, boolean loud) throws Exception {
        return EngageDouble.builder().refuseGzip(refusing).failLoudly(loud).start();
    }

    private static HttpResponse<String> send(EngageDouble engage, String path, String query) throws Exception {
        DoubleClient client = new DoubleClient(engage);
        return client.send(client.request(path + query)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(utf8(RECORDS.get(path))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/engage|``|false|200|0",
                "/groups|``|false|200|0",
                "/engage|?verbose=1|false|200|{\"error\":\"" + WHY + "\",\"status\":0}",
                "/engage|``|true|400|{\"error\":\"" + WHY + "\",\"status\":0}",
            })
    void profiles_inGzip_areRefusedAsWhatCannotBeRead(String path, String query, boolean loud, int status, String body)
            throws Exception {
        try (EngageDouble engage = start(true, loud)) {
            HttpResponse<String> answer = send(engage, path, query);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(body);
            assertThat(engage.engine().count()).isZero();
            JournalEntry entry = engage.journal().entry(1).orElseThrow();
            assertThat(entry.fault()).isEqualTo(WHY);
            assertThat(Verdict.of(entry)).isEqualTo(Verdict.FAILED);
            assertThat(entry.request().body()).isEqualTo(Bytes.of(gzip(utf8(RECORDS.get(path)))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engage", "/groups"})
    void profiles_plain_areTaken(String path) throws Exception {
        try (EngageDouble engage = start(true, true)) {
            assertThat(new DoubleClient(engage).json(path, RECORDS.get(path)).body())
                    .isEqualTo("1");
        }
    }

    /** SDKs send events in gzip too, and no documentation says that the live API refuses these. */
    @ParameterizedTest
    @ValueSource(strings = {"/track", "/import"})
    void events_inGzip_areTaken(String path) throws Exception {
        try (EngageDouble engage = start(true, true)) {
            assertThat(send(engage, path, "").body()).isEqualTo("1");
        }
    }

    @Test
    void profiles_inGzipUnlessToldOtherwise_areTaken() throws Exception {
        try (EngageDouble engage = EngageDouble.start()) {
            assertThat(send(engage, "/engage", "").body()).isEqualTo("1");
            assertThat(send(engage, "/groups", "").body()).isEqualTo("1");
        }
    }
}
