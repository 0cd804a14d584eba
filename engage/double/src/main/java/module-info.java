/** A test double of the Engage API: an HTTP server that takes what official SDKs send and keeps the profiles. */
module io.github.profileengine.testdouble {
    requires static org.jspecify;
    requires transitive io.github.profileengine.wire;
    requires jdk.httpserver;

    exports io.github.profileengine.testdouble;
    exports io.github.profileengine.testdouble.fault;
    exports io.github.profileengine.testdouble.journal;
    exports io.github.profileengine.testdouble.tls;
}
