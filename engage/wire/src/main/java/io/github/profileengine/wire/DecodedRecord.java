package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import org.jspecify.annotations.Nullable;

/**
 * One record of an input: an update, or the reason why it is none. Immutable.
 *
 * <p>Every element of a list, every text that is no list, and every malformed text counts one.
 */
public sealed interface DecodedRecord {

    /** The place in the input, from 0. */
    long index();

    /**
     * A record that holds an update.
     *
     * @param index the place in the input, from 0
     * @param update what it holds
     */
    record Valid(long index, Update update) implements DecodedRecord {}

    /**
     * A record that failed, or a text that is no JSON.
     *
     * @param index the place in the input, from 0
     * @param field the field at fault; {@code json} where it is none in particular
     * @param message {@code <field>, <problem>}; of a malformed text also {@code (line L, column C)}
     * @param rule the stable code
     * @param token the project that it names; null if it names none, or could not be read that far
     * @param target the profile it speaks of; null if the record failed before that was known
     */
    record Invalid(
            long index,
            String field,
            String message,
            Rule rule,
            @Nullable String token,
            @Nullable ProfileId target) implements DecodedRecord {}
}
