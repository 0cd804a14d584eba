package io.github.profileengine.benchmark.profile;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The measured operations in the terms of one library, whose own map type is {@code M}.
 *
 * <p>Maps are immutable unless the implementation says otherwise: an operation returns the map after it. A value set is
 * a text or an integer. The peers do less than {@code Profile}: they check no operand, hold names in no canonical order
 * and answer nothing about what happened. That is to their advantage.
 */
interface PropertyMap<M> {
    M of(Map<String, Object> properties);

    M set(M map, String name, Object value);

    M setOnce(M map, String name, Object value);

    /** The property is present and an integer. */
    M add(M map, String name, Long operand);

    M unset(M map, String name);

    /** What the map holds, for comparing. */
    Map<String, Object> content(M map);

    /** Exact integer arithmetic, as the engine's; an overflow fails since no workload here has one. */
    static Object sum(@Nullable Object stored, Long operand) {
        return Math.addExact((Long) Objects.requireNonNull(stored), operand);
    }
}
