package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import org.jspecify.annotations.Nullable;

/**
 * One record of an input: an update, or the reason why it is no update. Immutable.
 *
 * <p>Every element of a list, every text that is no list, and every malformed text counts as one.
 */
public sealed interface DecodedRecord {

    /** The place in the input, from 0. */
    long index();

    /**
     * A record that holds an update.
     *
     * @param index the place in the input, from 0
     * @param update the update
     */
    record Valid(long index, Update update) implements DecodedRecord {}

    /**
     * A record that failed, or a text that is not JSON.
     *
     * @param index the place in the input, from 0
     * @param field the field at fault; {@code json} if there is none in particular
     * @param message {@code <field>, <problem>}; for a malformed text also {@code (line L, column C)}
     * @param rule the stable code of the fault
     * @param token the project that the record names; null if it names none or its token could not be read
     * @param target the profile that the record refers to; null if the record failed before that was known
     */
    record Invalid(
            long index,
            String field,
            String message,
            Rule rule,
            @Nullable String token,
            @Nullable ProfileId target) implements DecodedRecord {}
}
