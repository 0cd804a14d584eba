package io.github.profileengine.junit;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that runs as long as it has users. Each user holds a share. Any thread may use it. */
final class ServerLease {
    private final Supplier<TestServer> start;
    private @Nullable TestServer server;
    private int shares;

    ServerLease(Supplier<TestServer> start) {
        this.start = start;
    }

    /** Takes a share, which must be closed. The first share starts the server. */
    synchronized Share take() {
        TestServer running = server;
        if (running == null) {
            running = start.get();
            server = running;
        }
        shares++;
        return new Share(this, running);
    }

    /** The server; empty if it does not run. */
    synchronized Optional<TestServer> server() {
        return Optional.ofNullable(server);
    }

    private synchronized void giveBack() {
        shares--;
        if (shares == 0 && server != null) {
            TestServer last = server;
            // Even if it cannot be closed, the next class must not get it.
            server = null;
            last.close();
        }
    }

    /**
     * A share in a server. JUnit closes it once.
     *
     * @param server the running server
     */
    record Share(ServerLease lease, TestServer server) implements AutoCloseable {
        @Override
        public void close() {
            lease.giveBack();
        }
    }
}
