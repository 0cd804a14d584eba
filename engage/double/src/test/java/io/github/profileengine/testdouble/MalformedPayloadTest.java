package io.github.profileengine.testdouble;

import static io.github.profileengine.testdouble.PayloadRow.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.http.WireSocket;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that the double cannot decode, sent to the real server, in both manners of answering. */
class MalformedPayloadTest {
    private static EngageDouble faithful;
    private static EngageDouble loud;

    @BeforeAll
    static void start() throws IOException {
        faithful = EngageDouble.start();
        loud = EngageDouble.builder().failLoudly(true).start();
    }

    @AfterAll
    static void stop() {
        faithful.close();
        loud.close();
    }

    static Stream<PayloadRow> rows() {
        return MalformedPayloads.rows();
    }

    private static WireSocket.Answer answer(EngageDouble engage, byte[] request) throws IOException {
        try (WireSocket socket = new WireSocket(engage.port())) {
            return socket.send(request).answer();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void engage_faithful_answersZeroOrTheError(PayloadRow row) throws IOException {
        for (String route : new String[] {"/engage", "/groups/"}) {
            WireSocket.Answer plain = answer(faithful, row.request(route));
            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.body()).isEqualTo("0");
        }
        WireSocket.Answer verbose = answer(faithful, row.request("/engage?verbose=1"));

        assertThat(verbose.status()).isEqualTo(200);
        assertThat(verbose.body()).startsWith("{\"error\":\"" + row.error()).endsWith("\",\"status\":0}");
        assertThat(faithful.engine().count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void engage_loud_answers400AndTheError(PayloadRow row) throws IOException {
        for (String target : new String[] {"/engage", "/engage?verbose=0&ip=1", "/groups"}) {
            assertThat(answer(loud, row.request(target)).status()).isEqualTo(400);
        }
        WireSocket.Answer plain = answer(loud, row.request("/engage"));
        WireSocket.Answer strict = answer(loud, row.request("/engage?strict=1"));

        assertThat(plain.body()).startsWith("{\"error\":\"" + row.error()).endsWith("\",\"status\":0}");
        assertThat(strict.body()).startsWith("{\"code\":400,\"error\":\"").contains("\"num_records_imported\":0");
        assertThat(loud.engine().count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void track_anyManner_neverAServerFault(PayloadRow row) throws IOException {
        assertThat(answer(faithful, row.request("/track/")).body()).isIn("0", "1");
        assertThat(answer(faithful, row.request("/import?strict=1")).status()).isIn(200, 400);
        assertThat(answer(loud, row.request("/import")).status()).isIn(200, 400);
        assertThat(faithful.engine().count()).isZero();
    }

    @Test
    void engage_afterAll_goodRequestCounts() throws IOException {
        try (EngageDouble engage = EngageDouble.start()) {
            for (PayloadRow row : rows().toList()) {
                answer(engage, row.request("/engage"));
            }
            assertThat(answer(engage, json(MalformedPayloads.GOOD, "").request("/engage"))
                            .body())
                    .isEqualTo("1");
            assertThat(engage.engine().count()).isEqualTo(1);
            assertThat(engage.profile("u1").get("name")).isEqualTo("Ada");
            assertThat(engage.journal().total()).isEqualTo(rows().count() + 1);
        }
    }
}
