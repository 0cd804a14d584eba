package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHandlingTest extends FrontFixture {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/../../etc/passwd",
                "/engage/../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/..%252f..%252fetc%252fpasswd",
                "/%c0%ae%c0%ae/etc/passwd",
                "/..%5c..%5cwindows%5cwin.ini",
                "/engage%00.txt",
                "/engage;/../x",
                "/%65ngage",
                "/ENGAGE",
                "/engage/..",
                "/engage//",
                "/./engage",
                "http://localhost/etc/passwd",
                "http://localhost/../../etc/passwd",
                "file:///etc/passwd",
                "//localhost/etc/passwd",
                "//etc/passwd",
                "/module-info.class",
                "/META-INF/MANIFEST.MF",
            })
    void target_noRoute_404AndNothingRead(String target) throws IOException {
        for (String method : new String[] {"GET ", "POST ", "PUT ", "DELETE "}) {
            WireSocket.Answer answer = WireSocket.last(front.port(), method + target + HOST);

            assertThat(answer.status()).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain("root:", "Manifest-Version");
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engage\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /engage?a=\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /engage?data={\"a\"} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /engage?a=\u0085 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /engage\\ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET  /engage HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /engage\r\nHost: localhost\r\n\r\n",
                "GET\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void request_malformed_refusedAndClosed(String request) throws IOException {
        WireSocket.Answer answer = WireSocket.last(front.port(), request);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET mailto:someone HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\r\n\r\n\r\n\r\n",
            })
    void request_opaque_endsAndServerLives(String request) throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            socket.send(request).endOutput();
            assertThat(socket.hasEnded()).isTrue();
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/engage, 'GET, HEAD, OPTIONS, POST'",
        "/api/query/engage, 'GET, HEAD, POST'",
        "/__double/reset, 'DELETE, GET, HEAD, POST, PUT'",
    })
    void method_unknown_405(String route, String allowed) throws IOException {
        for (String method :
                new String[] {"PATCH", "TRACE", "post", "BREW", "G\u0000T", "\u001b[31mGET", "X".repeat(10_000)}) {
            WireSocket.Answer answer = WireSocket.last(front.port(), method + " " + route + HOST);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("Allow", allowed);
            assertThat(answer.body().chars()).noneMatch(Character::isISOControl);
            assertThat(answer.body()).hasSizeLessThan(1_000);
        }
        assertThat(front.handled()).isEmpty();
    }

    @Test
    void head_anyRoute_hasNoBodyAndKeepsTheConnection() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            for (String route : new String[] {RecordingFront.INGESTION, RecordingFront.READ, RecordingFront.ADMIN}) {
                assertThat(socket.send("HEAD " + route + HOST).head().status()).isEqualTo(200);
            }
            assertThat(socket.send(WireSocket.get("/engage")).answer().body()).isEqualTo("handled");
        }
        assertThat(front.handled()).hasSize(4);
    }

    @Test
    void head_refused_hasNoBodyAndCloses() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            assertThat(socket.send("HEAD /nowhere" + HOST).head().status()).isEqualTo(404);
            assertThat(socket.hasEnded()).isTrue();
        }
    }

    @Test
    void target_long_servedOrRefused() throws IOException {
        assertThat(WireSocket.only(front.port(), WireSocket.get("/engage?data=" + "x".repeat(16 << 10)))
                        .status())
                .isEqualTo(200);
        assertThat(WireSocket.only(front.port(), WireSocket.get("/engage?data=" + "x".repeat(100_000)))
                        .status())
                .isEqualTo(200);
        assertThat(front.handled().get(1)).hasSizeGreaterThan(100_000);
        assertThat(WireSocket.only(front.port(), WireSocket.get("/" + "x/".repeat(50_000)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void target_ofAnyLength_isFoundInNoTime() throws IOException {
        for (int request = 0; request < 100; request++) {
            assertThat(WireSocket.last(front.port(), "GET " + "/x".repeat(100_000) + HOST)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void headers_tooMany_endTheConnection() throws IOException {
        try (WireSocket socket = new WireSocket(front.port())) {
            StringBuilder many = new StringBuilder("GET /engage HTTP/1.1\r\nHost: localhost\r\n");
            for (int number = 0; number < 1_000; number++) {
                many.append("X-").append(number).append(": x\r\n");
            }
            socket.send(many.append("\r\n").toString());
            assertThat(socket.hasEnded()).isTrue();
        }
        assertThat(front.handled()).isEmpty();
        assertThat(front.serves()).isTrue();
    }

    @Test
    void handler_fails_500AndTheLogIsEscaped() throws IOException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Logger logger = Logger.getLogger("io.github.profileengine.testdouble.http");
        Handler handler = new LineCollector(lines);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            WireSocket.Answer answer = WireSocket.last(
                    front.port(),
                    WireSocket.post("/broken?\u00e9", "", "it\r\nSEVERE: all profiles are gone\u001b[0m"));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).startsWith("{\"error\":\"the double failed: ");
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .anyMatch(line -> line.contains("it\\u{d}\\u{a}SEVERE"));
        assertThat(front.serves()).isTrue();
    }

    private static final class LineCollector extends Handler {
        private final List<String> lines;

        private LineCollector(List<String> lines) {
            this.lines = lines;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
            for (Throwable fault = line.getThrown(); fault != null; fault = fault.getCause()) {
                lines.add(fault.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
