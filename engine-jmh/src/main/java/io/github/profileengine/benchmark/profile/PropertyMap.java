package io.github.profileengine.benchmark.profile;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The measured operations, implemented with one library, whose map type is {@code M}.
 *
 * <p>Maps are immutable unless the implementation says otherwise: an operation returns the map after it. A value that
 * is set is a text or an integer. The peers do less than {@code Profile}: they check no operand, keep no canonical
 * order of names, and do not report what happened. That is to their advantage.
 */
interface PropertyMap<M> {
    M of(Map<String, Object> properties);

    M set(M map, String name, Object value);

    M setOnce(M map, String name, Object value);

    /** The property is present and an integer. */
    M add(M map, String name, Long operand);

    M unset(M map, String name);

    /** The content of the map, for comparing. */
    Map<String, Object> content(M map);

    /** Exact integer addition, like the engine's. An overflow fails, because no workload here has one. */
    static Object sum(@Nullable Object stored, Long operand) {
        return Math.addExact((Long) Objects.requireNonNull(stored), operand);
    }
}
