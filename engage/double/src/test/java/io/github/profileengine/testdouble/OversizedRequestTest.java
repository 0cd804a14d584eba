package io.github.profileengine.testdouble;

import static io.github.profileengine.testdouble.PayloadRow.bytes;
import static io.github.profileengine.testdouble.PayloadRow.gzip;
import static io.github.profileengine.testdouble.PayloadRow.json;
import static io.github.profileengine.testdouble.PayloadRow.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.http.WireSocket;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.Verdict;
import io.github.profileengine.wire.request.RequestBounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OversizedRequestTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String GOOD = record("good", "1");

    private static String record(String id, String value) {
        return "{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"value\":" + value + "}}";
    }

    private static WireSocket.Answer answer(EngageDouble engage, PayloadRow row, String target) throws IOException {
        try (WireSocket socket = new WireSocket(engage.port())) {
            return socket.send(row.request(target)).answer();
        }
    }

    private static EngageDouble start(boolean loud) throws IOException {
        return EngageDouble.builder()
                .failLoudly(loud)
                .requestBounds(
                        RequestBounds.defaults().withMaxBodyBytes(4 * MEBIBYTE).withMaxInflatedBytes(8 * MEBIBYTE))
                .start();
    }

    /** An SDK may say nothing about the answer, so the journal must show it. */
    private static void assertFailed(EngageDouble engage, String target, String fault) {
        JournalEntry last = engage.journal().entry(engage.journal().total()).orElseThrow();

        assertThat(last.request().target()).isEqualTo(target);
        assertThat(last.fault()).isEqualTo(fault);
        assertThat(last.isAccepted()).isFalse();
        assertThat(last.answer().status()).isEqualTo(413);
        assertThat(Verdict.of(last)).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void body_overBound_documented413AndNothingApplied(boolean loud) throws IOException {
        try (EngageDouble engage = start(loud)) {
            PayloadRow row = json("[" + GOOD + "]" + " ".repeat(4 * MEBIBYTE), "");
            for (String target : new String[] {"/engage", "/engage?verbose=1", "/engage?strict=1", "/track"}) {
                WireSocket.Answer answer = answer(engage, row, target);

                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body())
                        .isEqualTo("{\"code\":413,\"error\":\"request exceeds max limit of 4194304 bytes\","
                                + "\"status\":\"Request Entity Too Large\"}");
                assertFailed(engage, target, "request exceeds max limit of 4194304 bytes");
            }
            assertThat(engage.journal().entry(1).orElseThrow().request().body()).isEqualTo(Bytes.NONE);
            assertThat(engage.engine().count()).isZero();
            assertThat(answer(engage, json(GOOD, ""), "/engage").body()).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gzip_bomb_documented413AndNothingApplied(boolean loud) throws IOException {
        try (EngageDouble engage = start(loud)) {
            byte[] bomb = gzip(utf8(GOOD + " ".repeat(40 * MEBIBYTE)));
            for (String headers : new String[] {PayloadRow.GZIP, PayloadRow.JSON}) {
                WireSocket.Answer answer = answer(engage, bytes(headers, bomb, ""), "/engage");

                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body()).contains("request exceeds max limit of 8388608 bytes");
                assertFailed(engage, "/engage", "request exceeds max limit of 8388608 bytes");
            }
            assertThat(engage.engine().count()).isZero();
            assertThat(answer(engage, bytes(PayloadRow.GZIP, gzip(utf8(GOOD)), ""), "/engage")
                            .body())
                    .isEqualTo("1");
        }
    }

    @Test
    void gzip_bombInsideBomb_isNoText() throws IOException {
        try (EngageDouble engage = start(false)) {
            byte[] nested = gzip(gzip(gzip(utf8(" ".repeat(64 * MEBIBYTE)))));

            assertThat(answer(engage, bytes(PayloadRow.GZIP, nested, ""), "/engage")
                            .body())
                    .isEqualTo("0");
        }
    }

    @Test
    void records_boundOfARequest_exact() throws IOException {
        try (EngageDouble engage = start(false)) {
            String full = IntStream.range(0, 2_000)
                    .mapToObj(number -> record("u" + number, "1"))
                    .collect(Collectors.joining(",", "[", "]"));
            PayloadRow over = json(full.replace("[", "[" + GOOD + ","), "");

            assertThat(answer(engage, over, "/engage?verbose=1").body()).contains("a list of over 2000 records");
            assertThat(engage.engine().count()).isZero();
            assertThat(answer(engage, json(full, ""), "/engage").body()).isEqualTo("1");
            assertThat(engage.engine().count()).isEqualTo(2_000);
        }
    }

    @Test
    void record_overBound_failsAloneAndNeighboursSurvive() throws IOException {
        String[] bad = {
            "[".repeat(101) + "]".repeat(101),
            "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
            "9".repeat(1_001),
            "0." + "3".repeat(100_000),
            "1e" + "0".repeat(1_000) + "1",
            "1e400",
            "-1e400",
            "\"" + "x".repeat(MEBIBYTE) + "\"",
            "\"\\udfff\"",
            "{\"" + "k".repeat(MEBIBYTE) + "\":1}",
        };
        for (String value : bad) {
            try (EngageDouble engage = start(false)) {
                PayloadRow row = json(
                        "[" + record("before", "1") + "," + record("bad", value) + "," + record("after", "2") + "]",
                        "");
                WireSocket.Answer answer = answer(engage, row, "/engage?strict=1");

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.body()).contains("\"index\":1", "\"num_records_imported\":2");
                assertThat(engage.engine().count()).isEqualTo(2);
                assertThat(engage.profile("after").get("value")).isEqualTo(2L);
            }
        }
    }

    @Test
    void cut_bodyOrConnection_leavesNoEntryAndNoUpdate() throws IOException {
        try (EngageDouble engage = start(false)) {
            String whole = new String(json(GOOD, "").request("/engage"), StandardCharsets.ISO_8859_1);
            String head = "POST /engage HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
            for (String cut : new String[] {
                whole.substring(0, whole.length() - 1),
                whole.substring(0, whole.length() - GOOD.length()),
                head + Integer.toHexString(GOOD.length()) + "\r\n" + GOOD,
                head + Integer.toHexString(GOOD.length()) + "\r\n" + GOOD + "\r\n",
                head + Integer.toHexString(GOOD.length()) + "\r\n" + GOOD + "\r\n0\r\n",
                head + Integer.toHexString(GOOD.length()) + "\r\n" + GOOD + "\r\n0\r\nTrailer: x\r\n\r\n",
            }) {
                try (WireSocket socket = new WireSocket(engage.port())) {
                    socket.send(cut).endOutput();
                    assertThat(cut.startsWith(head) || socket.answer().status() == 400)
                            .isTrue();
                    assertThat(socket.hasEnded()).isTrue();
                }
            }
            assertThat(engage.journal().total()).isZero();
            assertThat(engage.engine().count()).isZero();
            assertThat(answer(engage, json(GOOD, ""), "/engage").body()).isEqualTo("1");
            assertThat(engage.journal().total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x/%C4%8D%C4%8ASet-Cookie:a=b",
                "http://x/%0D%0ASet-Cookie:a=b",
                "http://x/%25C4%258D",
                "http://x/%E2%80%A8%E5%98%8A%E5%98%8DSet-Cookie:a=b",
            })
    void redirect_lettersWhoseLowByteBreaksLines_addNoHeader(String location) throws IOException {
        try (EngageDouble engage = start(false)) {
            WireSocket.Answer answer = answer(engage, json(GOOD, ""), "/engage?redirect=" + location);

            assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
            assertThat(answer.headers().getOrDefault("Location", "").chars()).allMatch(each -> each < 0x7F);
            assertThat(answer.status()).isIn(200, 302);
        }
    }

    @Test
    void redirect_letters_areEncoded() throws IOException {
        try (EngageDouble engage = start(false)) {
            WireSocket.Answer answer =
                    answer(engage, json(GOOD, ""), "/engage?redirect=https://x.example/%C4%8D?a=%C3%A9");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.headers()).containsEntry("Location", "https://x.example/%C4%8D?a=%C3%A9");
        }
    }
}
