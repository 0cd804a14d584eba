package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRuleTest {
    private RecordingFront front;

    @BeforeEach
    void start() throws IOException {
        front = new RecordingFront("engage.test");
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "app.localhost:1",
                "127.0.0.1",
                "127.0.0.1:65535",
                "192.0.2.7:80",
                "[::1]",
                "[::1]:8080",
                "api.mixpanel.com",
                "API-EU.mixpanel.com:443",
                "mixpanel.com",
                "engage.test:80",
                "Engage.Test",
            })
    void allows_ownName_served(String host) throws IOException {
        WireSocket.Answer answer = WireSocket.only(front.port(), "GET /engage HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "evillocalhost",
                "notmixpanel.com",
                "mixpanel.com.evil.example",
                "127.0.0.1.evil.example",
                "[::1].evil.example",
                "[::1]evil",
                "[evil.example]",
                "localhost:80:90",
                "localhost:80.evil.example",
                "localhost:port",
                "localhost@evil.example",
                "evil.example@localhost",
                "localhost/evil",
                "localhost, evil.example",
                "other.engage.test",
                "",
                "[",
                "[]",
                ":80",
            })
    void allows_foreignName_refused(String host) throws IOException {
        for (String route : new String[] {RecordingFront.INGESTION, RecordingFront.READ, RecordingFront.ADMIN}) {
            WireSocket.Answer answer =
                    WireSocket.last(front.port(), "GET " + route + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).startsWith("{\"error\":\"Host, ").endsWith("\"status\":0}");
            assertThat(answer.has("Access-Control-Allow-Origin")).isFalse();
        }
        assertThat(front.handled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: localhost\r\nHost: localhost\r\n", "Host: localhost\r\nhost: evil.example\r\n"})
    void host_notExactlyOne_refused(String headers) throws IOException {
        WireSocket.Answer answer = WireSocket.last(front.port(), "GET /engage HTTP/1.1\r\n" + headers + "\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Host, exactly one is needed");
        assertThat(front.handled()).isEmpty();
    }

    @Test
    void target_absolute_namesThisServerToo() throws IOException {
        String host = " HTTP/1.1\r\nHost: localhost\r\n\r\n";

        assertThat(WireSocket.only(front.port(), "GET http://api.mixpanel.com/engage" + host)
                        .status())
                .isEqualTo(200);
        assertThat(WireSocket.last(front.port(), "GET http://evil.example/engage" + host)
                        .status())
                .isEqualTo(403);
        assertThat(front.handled()).hasSize(1);
    }

    @Test
    void host_longAndOdd_isCutAndEscapedInTheAnswer() throws IOException {
        String host = "\u0080\u0085<script>" + "x".repeat(5_000);
        WireSocket.Answer answer = WireSocket.last(front.port(), "GET /engage HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).contains("u{80}", "u{85}").hasSizeLessThan(400);
    }

    @Test
    void allowed_none_onlyOwnNames() {
        assertThat(new HostRule(Set.of()).allows("engage.test")).isFalse();
    }

    /** The JDK takes the empty name for loopback, so a double may have been told to listen there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "[", "evil.example/"})
    void allowed_emptyName_malformedHostIsStillRefused(String header) {
        assertThat(new HostRule(Set.of("")).allows(header)).isFalse();
    }
}
