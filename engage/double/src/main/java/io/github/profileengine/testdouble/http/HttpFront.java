package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A running HTTP or HTTPS server.
 *
 * <p>A client that stalls occupies a thread until it leaves, or until its request has been arriving for longer than
 * {@link HttpOptions#maxArrival}; then its connection is closed. There are enough threads ({@link ServerThreads}) to
 * serve good requests beside a thousand stalled ones. A connection on which nothing has arrived occupies no thread.
 *
 * <p>If a connection ends inside the headers, the JDK's server treats this as the end of the headers. So a request
 * without a body that is cut there counts as complete; at least all of its parameters were sent. A cut request with a
 * body never counts as complete.
 */
public final class HttpFront implements AutoCloseable {
    /** Unless this is set before the first server starts, small answers wait about 40 ms for an acknowledgement. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final int BACKLOG = 4_096;

    private final HttpServer server;
    private final ServerThreads threads;
    private final Arrivals arrivals;
    private final long maxClosingNanos;

    static {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private HttpFront(HttpServer server, ServerThreads threads, Arrivals arrivals, long maxClosingNanos) {
        this.server = server;
        this.threads = threads;
        this.arrivals = arrivals;
        this.maxClosingNanos = maxClosingNanos;
    }

    /**
     * Starts a server. It accepts connections when this method returns.
     *
     * @param address where to listen; port 0 means any free port
     * @param tls null for plain HTTP
     * @throws IOException if the address cannot be used
     */
    public static HttpFront start(
            InetSocketAddress address,
            @Nullable SSLContext tls,
            HttpOptions options,
            Routes routes,
            InstantSource clock)
            throws IOException {
        HttpServer server = tls == null ? HttpServer.create(address, BACKLOG) : secure(address, tls);
        Arrivals arrivals = new Arrivals();
        ServerThreads threads = new ServerThreads(
                "engage-double-" + server.getAddress().getPort(),
                arrivals,
                options.maxArrival().toNanos());
        server.setExecutor(threads);
        server.createContext("/", new RequestHandling(routes, options, clock, arrivals));
        server.start();
        return new HttpFront(server, threads, arrivals, options.maxClosing().toNanos());
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    /** The address and port that the server listens on. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /**
     * Closes every connection and ends every thread. Requests that have arrived are answered first, within
     * {@link HttpOptions#maxClosing}; all others are not applied. Safe to call again.
     */
    @Override
    public void close() {
        arrivals.close(maxClosingNanos);
        server.stop(0);
        threads.close();
    }
}
