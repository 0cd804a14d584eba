package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a text that should be an object. Immutable. */
public sealed interface DecodedObject {
    /** The message of strict rules about an object that {@linkplain Valid#repeatsName repeats a name}. */
    String REPEATED_NAME = RepeatedNames.DESCRIPTION;

    /** The place in the list, from 0. */
    long index();

    /**
     * An object.
     *
     * @param index the place in the list, from 0
     * @param members canonical values by name; the last value of a repeated name counts
     * @param repeatsName whether an object in it, at any depth, repeats a name; only strict rules look for this
     */
    record Valid(long index, Map<String, @Nullable Object> members, boolean repeatsName) implements DecodedObject {}

    /**
     * An element that is no object, exceeds a bound, or breaks a rule for values.
     *
     * @param index the place in the list, from 0
     * @param message {@code json, <problem>}
     * @param rule the stable code of the fault
     */
    record Invalid(long index, String message, Rule rule) implements DecodedObject {}
}
