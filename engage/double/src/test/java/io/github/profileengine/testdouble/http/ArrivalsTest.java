package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    /** Long enough for a good request on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final String HEAD = "POST /engage HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n";

    private static Socket send(RecordingFront front, String text) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws Exception {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** All in one test, because each of them waits for the limit. */
    @Test
    void requests_thatDoNotArrive_areEndedAndNotHandled() throws Exception {
        try (RecordingFront front = new RecordingFront(LIMIT);
                Socket method = send(front, "POST /eng");
                Socket header = send(front, "POST /engage HTTP/1.1\r\nHost: loc");
                Socket head = send(front, HEAD);
                Socket body = send(front, HEAD + "12345")) {
            for (Socket stalled : List.of(method, header, head, body)) {
                assertThat(answer(stalled)).doesNotContain(" 200 ");
            }
            assertThat(front.handled()).isEmpty();
            assertThat(front.serves()).isTrue();
        }
    }

    @Test
    void request_thatHasArrived_isNeverEnded() throws Exception {
        try (RecordingFront front = new RecordingFront(LIMIT);
                Socket held = send(front, "GET /held HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            front.awaitHeld();
            // The limit has passed once this request, which never arrives completely, has been ended.
            try (Socket stalled = send(front, HEAD)) {
                answer(stalled);
            }
            front.release();

            assertThat(answer(held)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void close_whileARequestIsHandled_answersItFirst() throws Exception {
        RecordingFront front = new RecordingFront();
        try (Socket held = send(front, "GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            front.awaitHeld();
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(front::close, task -> new Thread(task, "closing").start());
            front.release();

            assertThat(answer(held)).startsWith("HTTP/1.1 200 ").endsWith("handled");
            closing.get(60, TimeUnit.SECONDS);
            assertThat(front.handled()).hasSize(1);
        }
    }

    @Test
    void close_whileAStreamIsOpen_doesNotWaitForIt() throws Exception {
        RecordingFront front = new RecordingFront();
        try (Socket listener = send(front, "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            InputStream in = listener.getInputStream();
            while (in.read() != '.') {
                // The head comes first.
            }

            CompletableFuture.runAsync(front::close, task -> new Thread(task, "closing").start())
                    .get(60, TimeUnit.SECONDS);
        }
    }
}
