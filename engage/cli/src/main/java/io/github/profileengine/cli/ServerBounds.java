package io.github.profileengine.cli;

/**
 * What the JDK's server bounds for a whole JVM only, and a process of its own may therefore set: how long a client may
 * take to send a request. Properties that the user has set stay.
 */
final class ServerBounds {

    private static final String MAX_REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";
    private static final String MAX_IDLE_CONNECTIONS = "sun.net.httpserver.maxIdleConnections";

    private ServerBounds() {}

    /** Must come before the first server. */
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
