/**
 * An in-memory profile engine with a pure semantic core: profiles are property bags, updated with the operators of
 * Mixpanel's Engage API.
 */
module io.github.profileengine {
    // Not transitive: a module that requires this one need not bring the annotations to compile.
    requires static org.jspecify;
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;

    exports io.github.profileengine.diff;
    exports io.github.profileengine.feed;
    exports io.github.profileengine.identity;
    exports io.github.profileengine.location;
    exports io.github.profileengine.log;
    exports io.github.profileengine.operation;
    exports io.github.profileengine.profile;
    exports io.github.profileengine.reducer;
    exports io.github.profileengine.snapshot;
    exports io.github.profileengine.store;
    exports io.github.profileengine.value;
}
