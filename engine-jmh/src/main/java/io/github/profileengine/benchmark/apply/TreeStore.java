package io.github.profileengine.benchmark.apply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profiles of a peer: a concurrent map of maps. Thread-safe. */
interface TreeStore {
    /** Applies a checked update whose alias and time are resolved. */
    void apply(TreeUpdate update, ProfileKey target, long seconds);

    /** Every profile; no update may run meanwhile. */
    Map<ProfileKey, Map<String, @Nullable Object>> profiles();
}
