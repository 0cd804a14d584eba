package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server with a route of each kind. It remembers which requests reached a handler. */
final class RecordingFront implements AutoCloseable {
    static final String INGESTION = "/engage";
    static final String READ = "/api/query/engage";
    static final String ADMIN = "/__double/reset";
    static final String BROKEN = "/broken";
    /** A stream that ends only when the server is closed. */
    static final String STREAM = "/stream";
    /** A route that answers only once {@link #release} was called. */
    static final String HELD = "/held";

    static final int MAX_BODY_BYTES = 1_000;

    private final Queue<WireRequest> handled = new ConcurrentLinkedQueue<>();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpFront front;

    RecordingFront(String... allowedHosts) throws IOException {
        this(Duration.ofMinutes(10), allowedHosts);
    }

    RecordingFront(Duration maxArrival, String... allowedHosts) throws IOException {
        Routes routes = new Routes("")
                .add(RouteKind.INGESTION, INGESTION, this::handle)
                .add(RouteKind.READ, READ, this::handle)
                .add(RouteKind.ADMIN, ADMIN, this::handle)
                .add(RouteKind.FRONT_DOOR, "/", this::handle)
                .add(
                        RouteKind.READ,
                        STREAM,
                        request -> WireAnswer.streaming("text/plain", out -> {
                            out.write('.');
                            out.flush();
                            new CountDownLatch(1).await();
                        }))
                .add(RouteKind.READ, HELD, this::hold)
                .hint(List.of(INGESTION, "/groups"))
                .lost((request, answer, problem) -> lost.add(
                        answer.status() + " " + problem + " " + request.body().text()))
                .add(RouteKind.READ, BROKEN, request -> {
                    throw new IllegalStateException("broken by " + new String(request.body()));
                });
        front = HttpFront.start(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0),
                null,
                new HttpOptions(MAX_BODY_BYTES, Set.of(allowedHosts), maxArrival, Duration.ofMinutes(10)),
                routes,
                InstantSource.system());
    }

    private WireAnswer handle(WireRequest request) {
        handled.add(request);
        return WireAnswer.text(200, "handled");
    }

    private WireAnswer hold(WireRequest request) {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return handle(request);
    }

    void awaitHeld() throws InterruptedException {
        if (!entered.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the held request did not reach its handler");
        }
    }

    void release() {
        released.countDown();
    }

    int port() {
        return front.address().getPort();
    }

    /** Method, target and body of each request that was handled. */
    List<String> handled() {
        return handled.stream()
                .map(request -> request.method() + " " + request.journaled().target() + " "
                        + request.journaled().body().text())
                .toList();
    }

    /** Status, problem and body of each request that no route accepts. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** Whether a good request on a new connection succeeds. */
    boolean serves() throws IOException {
        return WireSocket.only(port(), WireSocket.get(READ)).status() == 200;
    }

    @Override
    public void close() {
        front.close();
    }
}
