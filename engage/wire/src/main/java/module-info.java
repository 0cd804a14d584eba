/** The Engage JSON form of updates and profiles. */
module io.github.profileengine.wire {
    requires static org.jspecify;
    requires transitive io.github.profileengine;
    requires tools.jackson.core;

    exports io.github.profileengine.wire;
    exports io.github.profileengine.wire.request;
    exports io.github.profileengine.wire.workload;
}
