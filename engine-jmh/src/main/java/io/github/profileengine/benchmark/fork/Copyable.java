package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.Store;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store of which a second version can be made, in the terms of one library. */
interface Copyable {
    Store store();

    /** All that the store holds now; later edits of the store do not show in it. */
    Object copy();

    /** The properties of a profile in such a copy; empty if there is no profile. */
    Map<String, @Nullable Object> content(Object copy, String id);

    /** How long copies have waited in all for edits that were running, in nanoseconds. */
    long waitedNanos();
}
