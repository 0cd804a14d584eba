package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest extends FrontFixture {
    private WireSocket.Answer send(String method, String route, String headers) throws IOException {
        return WireSocket.only(
                front.port(), method + " " + route + " HTTP/1.1\r\nHost: localhost:8080\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: https://evil.example",
                "Origin: http://localhost",
                "Origin: http://localhost:8081",
                "Origin: http://localhost:8080.evil.example",
                "Origin: http://127.0.0.1:8080",
                "Origin: file://localhost:8080",
                "Origin: null",
                "Origin:",
                "Origin: http://localhost:8080, http://evil.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: unheard-of",
            })
    void admin_foreignOrigin_refused(String header) throws IOException {
        for (String method : new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}) {
            try (WireSocket socket = new WireSocket(front.port())) {
                socket.send(method + " " + RecordingFront.ADMIN + " HTTP/1.1\r\nHost: localhost:8080\r\n" + header
                        + "\r\n\r\n");
                WireSocket.Answer answer = method.equals("HEAD") ? socket.head() : socket.answer();

                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
            }
        }
        assertThat(front.handled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://localhost:8080\r\n",
                "Origin: https://localhost:8080\r\n",
                "Sec-Fetch-Site: same-origin\r\n",
                "Sec-Fetch-Site: none\r\n",
                "Origin: http://localhost:8080\r\nSec-Fetch-Site: same-origin\r\n",
            })
    void admin_ownOrigin_served(String headers) throws IOException {
        assertThat(send("POST", RecordingFront.ADMIN, headers).status()).isEqualTo(200);
    }

    @Test
    void admin_preflight_refused() throws IOException {
        WireSocket.Answer answer = send("OPTIONS", RecordingFront.ADMIN, "Access-Control-Request-Method: DELETE\r\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void read_foreignOrigin_cannotReadTheAnswer() throws IOException {
        WireSocket.Answer answer = send("GET", RecordingFront.READ, "Origin: http://evil.example\r\n");

        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
        assertThat(send("OPTIONS", RecordingFront.READ, "Origin: http://evil.example\r\n")
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example", "https://shop.example:8443", "null", "capacitor://localhost"})
    void ingestion_anyOrigin_echoedWithCredentials(String origin) throws IOException {
        WireSocket.Answer answer = send("GET", RecordingFront.INGESTION, "Origin: " + origin + "\r\n");

        assertThat(answer.headers())
                .containsEntry("Access-Control-Allow-Origin", origin)
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Vary", "Origin");
    }

    @Test
    void ingestion_noOrigin_noCors() throws IOException {
        assertThat(send("GET", RecordingFront.INGESTION, "").headers().keySet())
                .noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void ingestion_preflight_grantsWhatIsAsked() throws IOException {
        WireSocket.Answer answer = send(
                "OPTIONS",
                RecordingFront.INGESTION,
                "Origin: http://shop.example\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: content-type,x-custom\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("Access-Control-Allow-Origin", "http://shop.example")
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .containsEntry("Access-Control-Allow-Headers", "content-type,x-custom")
                .containsEntry("Vary", "Origin");
        assertThat(front.handled()).isEmpty();
    }

    @Test
    void ingestion_refusedBody_isReadableByThePage() throws IOException {
        WireSocket.Answer answer = WireSocket.last(
                front.port(),
                WireSocket.post(
                        RecordingFront.INGESTION,
                        "Origin: http://shop.example\r\n",
                        "x".repeat(RecordingFront.MAX_BODY_BYTES + 1)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "http://shop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n ", "\n\t", "\u0085", "\u0000", "\u001b[2J"})
    void ingestion_breakInsideEchoedHeader_addsNoHeader(String odd) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send("OPTIONS /engage HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a" + odd + "Set-Cookie: o=1\r\n"
                    + "Access-Control-Request-Headers: a" + odd + "Set-Cookie: h=1\r\n\r\n");
            WireSocket.Answer answer = socket.answer();

            assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
            assertThat(answer.headers().values())
                    .noneMatch(value -> value.chars().anyMatch(Character::isISOControl));
        }
    }
}
