package io.github.profileengine.testdouble.journal;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a request and what became of it. Immutable.
 *
 * @param index its place in the payload, from 0
 * @param update what it holds, as it was sent; null if it is no update
 * @param token the project that it names; null if it names none, or could not be read that far
 * @param sent the profile that it speaks of, by the id that was sent; null if that is not known
 * @param target the same, aliases followed
 * @param outcomes what each operator did to each property; a rejected record has the one that says why
 * @param field the field at fault; null if it was accepted
 */
public record JournaledUpdate(
        int index,
        @Nullable Update update,
        @Nullable String token,
        @Nullable ProfileId sent,
        @Nullable ProfileId target,
        List<Outcome> outcomes,
        @Nullable String field) {

    /** Copies the list. */
    public JournaledUpdate {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether the record failed and changed nothing. */
    public boolean isRejected() {
        return field != null;
    }

    /** Whether it speaks of a profile, by the id that was sent or the one that it stands for. */
    public boolean concerns(ProfileId id) {
        return id.equals(target) || id.equals(sent);
    }

    /** Why a rejected record failed; null if it was accepted. */
    public @Nullable String message() {
        return isRejected() ? outcomes.get(0).explanation() : null;
    }
}
