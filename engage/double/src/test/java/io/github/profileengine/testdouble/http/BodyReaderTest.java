package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest extends FrontFixture {
    private static final String HEAD = "POST /engage HTTP/1.1\r\nHost: localhost\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String TOO_LARGE = "{\"code\":413,\"error\":\"request exceeds max limit of 1000 bytes\","
            + "\"status\":\"Request Entity Too Large\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 10\r\n\r\n123456789",
                HEAD + "Content-Length: 10\r\n\r\n",
                HEAD + "Content-Length: 1000\r\n\r\n{}",
            })
    void read_cutShort_answered400AndNotHandled(String request) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            WireSocket.Answer answer = socket.send(request).endOutput().answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).containsEntry("Connection", "close");
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"error\":\"body, shorter than its Content-Length or in broken chunks\",\"status\":0}");
            assertThat(socket.hasEnded()).isTrue();
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHUNKED,
                CHUNKED + "5",
                CHUNKED + "5\r\n",
                CHUNKED + "5\r\nhell",
                CHUNKED + "5\r\nhello",
                CHUNKED + "5\r\nhello\r",
                CHUNKED + "5\r\nhello\r\n",
                CHUNKED + "5\r\nhello\r\n0",
                CHUNKED + "5\r\nhello\r\n0\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\n\r",
            })
    void read_chunksCutShort_closedAndNotHandled(String request) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            assertThat(socket.send(request).endOutput().hasEnded()).isTrue();
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @Test
    void read_clientGone_notHandled() throws IOException {
        String request = HEAD + "Content-Length: 40\r\n\r\n" + "x".repeat(40);
        for (int cut = HEAD.length() + 1; cut < request.length(); cut++) {
            try (WireSocket socket = new WireSocket(front.port())) {
                socket.send(request.substring(0, cut));
            }
        }
        assertThat(front.serves()).isTrue();
        assertThat(front.handled()).containsExactly("GET /api/query/engage ");
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 413", "70000, 413", "3000000, 413"})
    void read_declared_boundIsExact(int length, int status) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send(HEAD + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length));
            WireSocket.Answer answer = socket.answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(status == 413 ? TOO_LARGE : "handled");
        }
        assertThat(front.handled()).hasSize(status == 413 ? 0 : 1);
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 413", "70000, 413", "3000000, 413"})
    void read_chunked_boundIsExact(int length, int status) throws IOException {
        String chunk = "64\r\n" + "x".repeat(100) + "\r\n";
        String rest = Integer.toHexString(length % 100) + "\r\n" + "x".repeat(length % 100) + "\r\n";
        WireSocket.Answer answer = WireSocket.last(
                front.port(), CHUNKED + chunk.repeat(length / 100) + (length % 100 == 0 ? "" : rest) + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(status == 413 ? TOO_LARGE : "handled");
        assertThat(front.handled()).hasSize(status == 413 ? 0 : 1);
        assertThat(front.serves()).isTrue();
    }

    @Test
    void read_refused_pipelinedRequestIsNotHandled() throws IOException {
        String second = WireSocket.get("/engage?second=1");
        for (String first : new String[] {
            WireSocket.post("/engage", "", "x".repeat(2_000)),
            WireSocket.post("/nowhere", "", second),
            WireSocket.post("/engage", "", second).replace("localhost", "evil.example"),
            WireSocket.post("/engage", "", second).replace("POST", "PATCH"),
            WireSocket.post("/__double/reset", "Origin: http://evil.example\r\n", second),
            HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            CHUNKED.replace("/engage", "/nowhere") + "0\r\n\r\n",
        }) {
            WireSocket.Answer answer = WireSocket.last(front.port(), first + second);

            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.headers()).containsEntry("Connection", "close");
        }
        assertThat(front.handled()).isEmpty();
    }

    @Test
    void read_expectContinue_invited() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send(HEAD + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(socket.answer().status()).isEqualTo(100);
            assertThat(socket.send("hello").answer().status()).isEqualTo(200);
        }
        assertThat(front.handled()).containsExactly("POST /engage hello");
    }
}
