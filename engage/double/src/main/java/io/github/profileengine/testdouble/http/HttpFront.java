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
 * <p>A client that stalls holds a thread until it goes, or its request has been arriving for longer than
 * {@link HttpOptions#maxArrival}; then its connection is closed. There are threads enough ({@link ServerThreads}) for
 * good requests to be served behind a thousand stalled ones. A connection on which nothing has come holds no thread.
 *
 * <p>A connection that ends inside the headers is to the JDK the end of the headers. So a request without a body, cut
 * there, counts as a whole one: its parameters, at least, were all sent. One with a body never does.
 */
public final class HttpFront implements AutoCloseable {
    /** Small answers wait for the client's acknowledgement, some 40 ms, unless this is on before the first server. */
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
     * Starts a server; it accepts connections when this returns.
     *
     * @param address where; port 0 for any free one
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

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /**
     * Ends every connection and every thread. What has arrived is answered first, within
     * {@link HttpOptions#maxClosing}; what has not is not applied. Safe to call again.
     */
    @Override
    public void close() {
        arrivals.close(maxClosingNanos);
        server.stop(0);
        threads.close();
    }
}
