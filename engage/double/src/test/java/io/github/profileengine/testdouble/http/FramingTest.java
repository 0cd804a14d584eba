package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest extends FrontFixture {
    private static final String SMUGGLED = "GET /api/query/engage HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static String post(String headers, String rest) {
        return "POST /engage HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + rest;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\ncontent-length: 0\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding:\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked;q=1\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Content-Length : 5\r\n",
                "Content-Length: \r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: -0\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 5.0\r\n",
                "Content-Length: 5 5\r\n",
                "Content-Length: 5\r\n 5\r\n",
                "Content-Length: 1e1\r\n",
                "Content-Length: five\r\n",
                "Content-Length: \u00b2\r\n",
                "Content-Length: 9223372036854775808\r\n",
                "Content-Length: 1844674407370955162\r\n",
                "Content-Length: 99999999999999999999999999\r\n",
                ": nameless\r\n",
                "no colon\r\n",
                "Bad Name: x\r\n",
            })
    void of_ambiguousOrMalformed_refusedAndClosed(String headers) throws IOException {
        WireSocket.Answer answer = WireSocket.last(front.port(), post(headers, SMUGGLED));

        assertThat(answer.status()).isIn(400, 413, 501);
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @Test
    void of_overflowingLength_isNoShortLength() {
        Headers headers = headers();
        for (String length : List.of("+1", "-1", "", "1 ", "0x1", "1234567890123456789")) {
            headers.set("Content-Length", length);
            assertThat(catchRefusal(headers)).as(length).isEqualTo(400);
        }
    }

    @Test
    void of_severalLengthsOrCodings_namesBothHeaders() {
        Headers codings = headers();
        codings.put("Transfer-Encoding", List.of("chunked", "chunked"));
        Headers lengths = headers();
        lengths.put("Content-Length", List.of("5", "5"));
        Headers both = headers();
        both.set("Content-Length", "5");
        both.set("Transfer-Encoding", "chunked");

        for (Headers headers : List.of(codings, lengths, both)) {
            assertThatThrownBy(() -> Framing.of(headers))
                    .hasMessage("Content-Length or Transfer-Encoding, given more than once, or both given");
        }
    }

    private static Headers headers() {
        Headers headers = new Headers();
        headers.set("Host", "localhost");
        return headers;
    }

    private static int catchRefusal(Headers headers) {
        try {
            Framing.of(headers);
            return 0;
        } catch (RefusedRequestException refused) {
            return refused.answer().status();
        }
    }

    @Test
    void of_oneLength_handledAndKeptOpen() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send(post("content-LENGTH: 0005\r\n", "hello") + post("", "") + SMUGGLED);

            assertThat(socket.answer().status()).isEqualTo(200);
            assertThat(socket.answer().status()).isEqualTo(200);
            assertThat(socket.answer().status()).isEqualTo(200);
            assertThat(front.handled())
                    .containsExactly("POST /engage hello", "POST /engage ", "GET /api/query/engage ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "5;name=value\r\nhello\r\n0\r\n\r\n",
                "00005\r\nhello\r\n000\r\n\r\n",
                "2\r\nhe\r\n3\r\nllo\r\n0;x\r\n\r\n",
            })
    void of_chunks_handledThenClosed(String chunks) throws IOException {
        WireSocket.Answer answer =
                WireSocket.last(front.port(), post("Transfer-Encoding: Chunked\r\n", chunks + SMUGGLED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Connection", "close");
        assertThat(front.handled()).containsExactly("POST /engage hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\nTrailer: x\r\n\r\n",
                "5\r\nhello\r\n0\r\nGET /engage HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "5\r\nhelloworld\r\n0\r\n\r\n",
                "5\r\nhel\r\n0\r\n\r\n",
                "5\nhello\n0\n\n",
                "5\r\nhello0\r\n\r\n",
                "x\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                "80000000\r\nhello\r\n0\r\n\r\n",
                "ffffffff\r\nhello\r\n0\r\n\r\n",
                "5000000000000000000000\r\nhello\r\n0\r\n\r\n",
                "hello",
            })
    void of_malformedChunks_closed(String chunks) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send(post("Transfer-Encoding: chunked\r\n", chunks + SMUGGLED))
                    .endOutput();

            assertThat(socket.hasEnded()).isTrue();
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /engage HTTP/1.1\r\nHost: localhost\r\n",
                "POST /nowhere HTTP/1.1\r\nHost: localhost\r\n",
                "POST /engage HTTP/1.1\r\nHost: evil.example\r\n",
                "POST /engage HTTP/1.1\r\n",
                "PATCH /engage HTTP/1.1\r\nHost: localhost\r\n",
                "HEAD /nowhere HTTP/1.1\r\nHost: localhost\r\n",
                "OPTIONS /engage HTTP/1.1\r\nHost: localhost\r\n",
                "POST /__double/reset HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n",
            })
    void of_trailers_closedThoughTheClientWaitsAndServerLives(String head) throws IOException {
        for (String chunks : new String[] {"5\r\nhello\r\n", "7d0\r\n" + "x".repeat(2_000) + "\r\n"}) {
            try (WireSocket socket = new WireSocket(front.port())) {
                socket.send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n" + SMUGGLED);
                assertThat(socket.hasEnded()).isTrue();
            }
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @Test
    void connection_closeAsked_closed() throws IOException {
        WireSocket.Answer answer = WireSocket.last(front.port(), post("Connection: close\r\n", SMUGGLED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(front.handled()).hasSize(1);
    }
}
