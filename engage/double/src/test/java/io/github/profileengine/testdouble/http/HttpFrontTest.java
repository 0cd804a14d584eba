package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpFrontTest {
    private static final List<String> STALLED = List.of(
            "",
            "PO",
            "POST /engage HT",
            "POST /engage HTTP/1.1\r\nHost: loc",
            "POST /engage HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n",
            "POST /engage HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
            "POST /engage HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
            "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf");

    @Test
    void close_behindThousandStalledClients_servedUntilThenNoThreadLeft() throws Exception {
        ThreadWatch threads = new ThreadWatch();
        List<WireSocket> stalled = new ArrayList<>();
        try (RecordingFront front = new RecordingFront()) {
            for (int client = 0; client < 1_000; client++) {
                stalled.add(new WireSocket(front.port()).send(STALLED.get(client % STALLED.size())));
            }
            for (int client = 0; client < 20; client++) {
                assertThat(front.serves()).isTrue();
            }
            assertThat(front.handled()).hasSize(20);
        }
        assertThat(threads.left()).isEmpty();
        for (WireSocket client : stalled) {
            client.close();
        }
    }

    /** Some requests arrive while the server closes, and may be told so. Exactly those that were handled succeed. */
    @Test
    void close_duringRequests_answersWhatItHandledAndNothingElse() throws Exception {
        ThreadWatch threads = new ThreadWatch();
        int clients = 8;
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        RecordingFront front = new RecordingFront();
        CountDownLatch busy = new CountDownLatch(clients);
        List<Future<List<String>>> sent = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            String name = "client " + client;
            sent.add(pool.submit(() -> requestUntilClosed(front.port(), name, busy)));
        }
        assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();

        front.close();

        pool.shutdown();
        List<String> succeeded = new ArrayList<>();
        for (Future<List<String>> client : sent) {
            assertThat(client.get(60, TimeUnit.SECONDS)).isNotEmpty();
            succeeded.addAll(client.get());
        }
        assertThat(front.handled()).containsExactlyInAnyOrderElementsOf(succeeded);
        assertThat(threads.left()).isEmpty();
    }

    /** The requests that were answered with success. */
    private static List<String> requestUntilClosed(int port, String client, CountDownLatch busy) throws IOException {
        List<String> succeeded = new ArrayList<>();
        try (WireSocket socket = new WireSocket(port)) {
            WireSocket.Answer answer = answer(socket, client + " 0");
            while (answer != null && answer.status() != 503) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("handled");
                succeeded.add("POST /engage " + client + " " + succeeded.size());
                if (succeeded.size() == 1) {
                    busy.countDown();
                }
                answer = answer(socket, client + " " + succeeded.size());
            }
            return succeeded;
        } finally {
            // Also if this client fails, so that nobody waits for it.
            busy.countDown();
        }
    }

    /**
     * While the server waits, further requests may be told that it closes, or find no connection. They succeed only if
     * they were handled.
     */
    @Test
    void close_whileItWaits_answersNothingAsHandledThatIsNot() throws Exception {
        RecordingFront front = new RecordingFront();
        try (WireSocket held = new WireSocket(front.port()).send(WireSocket.get(RecordingFront.HELD));
                WireSocket other = new WireSocket(front.port())) {
            front.awaitHeld();
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(front::close, task -> new Thread(task, "closing").start());
            int succeeded = 0;
            WireSocket.Answer answer = answer(other, "first");
            while (answer != null && answer.status() != 503) {
                assertThat(answer.status()).isEqualTo(200);
                succeeded++;
                assertThat(front.handled()).hasSize(succeeded);
                answer = answer(other, "next");
            }

            front.release();
            closing.get(60, TimeUnit.SECONDS);

            assertThat(front.handled()).hasSize(succeeded + 1);
            assertThat(held.answer().status()).isEqualTo(200);
        } finally {
            front.release();
        }
    }

    /** Returns null if the connection ends instead. */
    private static WireSocket.Answer answer(WireSocket socket, String body) throws IOException {
        try {
            return socket.send(WireSocket.post("/engage", "", body)).answer();
        } catch (SocketTimeoutException hung) {
            throw hung;
        } catch (IOException closed) {
            return null;
        }
    }

    @Test
    void close_hundredTimes_leavesNoThreadAndFreesThePort() throws Exception {
        ThreadWatch threads = new ThreadWatch();
        for (int round = 0; round < 100; round++) {
            RecordingFront front = new RecordingFront();
            int port = front.port();
            try (WireSocket idle = new WireSocket(port);
                    WireSocket kept = new WireSocket(port).send(WireSocket.get("/engage"))) {
                assertThat(kept.answer().status()).isEqualTo(200);
                front.close();
                front.close();
                assertThat(idle.hasEnded()).isTrue();
            }
            assertThatThrownBy(() -> new WireSocket(port)).isInstanceOf(ConnectException.class);
            try (ServerSocket again = new ServerSocket()) {
                again.setReuseAddress(true);
                again.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            }
        }
        assertThat(threads.left()).isEmpty();
    }

    @Test
    void start_several_eachAnswersForItself() throws Exception {
        ThreadWatch threads = new ThreadWatch();
        List<RecordingFront> fronts = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            fronts.add(new RecordingFront());
        }
        for (RecordingFront front : fronts) {
            assertThat(front.serves()).isTrue();
        }
        fronts.remove(0).close();
        for (RecordingFront front : fronts) {
            assertThat(front.serves()).isTrue();
            assertThat(front.handled()).hasSize(2);
            front.close();
        }
        assertThat(threads.left()).isEmpty();
    }
}
