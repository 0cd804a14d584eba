package io.github.profileengine.benchmark.apply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a peer keeps its profiles: a concurrent map of maps. Safe for use by several threads. */
interface TreeStore {
    /** Applies a checked update whose alias and time are resolved. */
    void apply(TreeUpdate update, ProfileKey target, long seconds);

    /** Every profile; no update may run meanwhile. */
    Map<ProfileKey, Map<String, @Nullable Object>> profiles();
}
