package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.Store;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store that can make a second version of its content, implemented with one library. */
interface Copyable {
    Store store();

    /** A copy of all that the store holds now; later edits of the store do not show in it. */
    Object copy();

    /** The properties of a profile in such a copy; empty if there is no profile. */
    Map<String, @Nullable Object> content(Object copy, String id);

    /** The sum of the times that copies have waited for running edits, in nanoseconds. */
    long waitedNanos();
}
