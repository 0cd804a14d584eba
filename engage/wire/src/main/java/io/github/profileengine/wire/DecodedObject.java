package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a text that should be an object. Immutable. */
public sealed interface DecodedObject {

    /** The place in the list, from 0. */
    long index();

    /**
     * An object.
     *
     * @param index the place in the list, from 0
     * @param members canonical values by name; of a repeated name the last counted
     */
    record Valid(long index, Map<String, @Nullable Object> members) implements DecodedObject {}

    /**
     * An element that is no object, or beyond a bound, or holds what no value may hold.
     *
     * @param index the place in the list, from 0
     * @param message {@code json, <problem>}
     * @param rule the stable code
     */
    record Invalid(long index, String message, Rule rule) implements DecodedObject {}
}
