package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    @Test
    void close_duringRequests_answersOrEndsEach() throws Exception {
        ThreadWatch threads = new ThreadWatch();
        int clients = 8;
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        RecordingFront front = new RecordingFront();
        CountDownLatch busy = new CountDownLatch(clients);
        for (int client = 0; client < clients; client++) {
            pool.execute(() -> requestUntilClosed(front.port(), busy));
        }
        assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();

        front.close();

        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.left()).isEmpty();
    }

    private static void requestUntilClosed(int port, CountDownLatch busy) {
        try (WireSocket socket = new WireSocket(port)) {
            while (true) {
                assertThat(socket.send(WireSocket.post("/engage", "", "x"))
                                .answer()
                                .body())
                        .isEqualTo("handled");
                busy.countDown();
            }
        } catch (IOException closed) {
            busy.countDown();
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
