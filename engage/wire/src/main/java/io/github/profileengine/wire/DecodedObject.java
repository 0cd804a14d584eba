package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a text that should be an object. Immutable. */
public sealed interface DecodedObject {
    /** What strict rules say of one that {@linkplain Valid#repeatsName repeats a name}. */
    String REPEATED_NAME = RepeatedNames.DESCRIPTION;

    /** The place in the list, from 0. */
    long index();

    /**
     * An object.
     *
     * @param index the place in the list, from 0
     * @param members canonical values by name; of a repeated name the last counted
     * @param repeatsName whether a name is repeated inside one object of it; looked for by strict rules only
     */
    record Valid(long index, Map<String, @Nullable Object> members, boolean repeatsName) implements DecodedObject {}

    /**
     * An element that is no object, or beyond a bound, or holds what no value may hold.
     *
     * @param index the place in the list, from 0
     * @param message {@code json, <problem>}
     * @param rule the stable code
     */
    record Invalid(long index, String message, Rule rule) implements DecodedObject {}
}
