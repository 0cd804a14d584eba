package io.github.profileengine.testdouble.journal;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a request and its result. Immutable.
 *
 * @param index its place in the payload, from 0
 * @param update the update as it was sent; null if the record is no update
 * @param token the project that the record names; null if it names none or its token could not be read
 * @param sent the profile that the record refers to, by the id that was sent; null if unknown
 * @param target the same profile, aliases followed
 * @param outcomes what each operator did to each property; a rejected record has one outcome, which says why
 * @param field the field at fault; null if the record was accepted
 * @param disturbance how a fault kept it from being applied as it was sent, alone or with its whole request; null if
 *     none did. The outcomes of what was dropped or held back are those that it has without the fault, if there are any
 */
public record JournaledUpdate(
        int index,
        @Nullable Update update,
        @Nullable String token,
        @Nullable ProfileId sent,
        @Nullable ProfileId target,
        List<Outcome> outcomes,
        @Nullable String field,
        @Nullable DisturbanceKind disturbance) {
    /** Copies the list. */
    public JournaledUpdate {
        outcomes = List.copyOf(outcomes);
    }

    /** Creates a record that no fault disturbed. */
    public JournaledUpdate(
            int index,
            @Nullable Update update,
            @Nullable String token,
            @Nullable ProfileId sent,
            @Nullable ProfileId target,
            List<Outcome> outcomes,
            @Nullable String field) {
        this(index, update, token, sent, target, outcomes, field, null);
    }

    /** Whether the record failed and changed nothing. */
    public boolean isRejected() {
        return field != null;
    }

    /** Whether a fault kept it from ever being applied. */
    public boolean isDropped() {
        return disturbance == DisturbanceKind.DROP;
    }

    /** Whether a fault applied it a second time right after the first. */
    public boolean isAppliedTwice() {
        return disturbance == DisturbanceKind.DUPLICATE;
    }

    /** Whether a fault held it back. It may have been applied after later updates, or never. */
    public boolean isHeldBack() {
        return disturbance == DisturbanceKind.REORDER || disturbance == DisturbanceKind.DELAY;
    }

    /** Whether the record refers to a profile, by the id that was sent or the id after following aliases. */
    public boolean concerns(ProfileId id) {
        return id.equals(target) || id.equals(sent);
    }

    /** Why a rejected record failed; null if it was accepted. */
    public @Nullable String message() {
        return isRejected() ? outcomes.get(0).explanation() : null;
    }

    /**
     * A text about this record, followed by what a fault did to it, such as {@code (dropped by a fault)}. Without a
     * fault, the text alone; for an empty text, the fault alone.
     */
    public String withFault(String text) {
        if (disturbance == null) {
            return text;
        }
        String fault = disturbance.phrase() + " by a fault";
        return text.isEmpty() ? fault : text + " (" + fault + ")";
    }
}
