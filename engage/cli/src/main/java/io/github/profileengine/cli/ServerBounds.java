package io.github.profileengine.cli;

/**
 * Sets limits of the JDK's server that apply to a whole JVM, as a process of its own may do: how long a client may take
 * to send a request, and how many idle connections are kept. Properties that the user has set are not changed.
 */
final class ServerBounds {

    private static final String MAX_REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";
    private static final String MAX_IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";

    private ServerBounds() {}

    /** Must be called before the first server starts. */
    static void set() {
        set(MAX_REQUEST_SECONDS, "30");
        set(MAX_IDLE_CONNECTIONS, "1000");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
