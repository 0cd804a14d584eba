package io.github.profileengine.benchmark.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profiles by id, implemented with one library. Every edit also writes the time: {@code $last_seen}, and
 * {@code $created} if it makes the profile. All profiles are of the project {@link #TOKEN}. Any thread may call any
 * method, unless an implementation says otherwise.
 */
public interface Store extends AutoCloseable {
    /** The project of all profiles. */
    String TOKEN = "benchmark-project";

    /** Applies edits; those of one profile in order. An edit of a profile that does not exist makes it. */
    void apply(Edit[] edits, int second);

    /** The value of a property that the profile has. */
    @Nullable
    Object read(String id, String name);

    /** The values of one property of each profile; the profiles have these properties. */
    default @Nullable Object[] readAll(String[] ids, String[] names) {
        @Nullable Object[] values = new Object[ids.length];
        for (int at = 0; at < ids.length; at++) {
            values[at] = read(ids[at], names[at]);
        }
        return values;
    }

    /** All properties of a profile, for comparing; empty if there is no profile. */
    Map<String, @Nullable Object> content(String id);

    /** Releases what the library holds besides memory. */
    @Override
    default void close() {}
}
