package io.github.profileengine.feed;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one profile. Immutable, so it may be kept and shared; it keeps both versions of the profile alive.
 *
 * @param shard the number of the shard, which is the part of the store that holds the profile
 * @param sequence the number of the change; among changes of one shard, a later one has a greater number
 * @param id the profile's id
 * @param before the profile before the change; null if there was none
 * @param after the profile after the change; null if it was removed
 * @param update the accepted update, with aliases resolved; null if a project was cleared or a state restored
 * @param outcomes what the update did to each property; empty without an update
 */
public record ProfileChange(
        int shard,
        long sequence,
        ProfileId id,
        @Nullable Profile before,
        @Nullable Profile after,
        @Nullable Update update,
        List<Outcome> outcomes) {

    /**
     * @throws IllegalArgumentException if both profiles are null, if a profile or the update has another id, or if
     *     there are outcomes without an update
     */
    public ProfileChange {
        Objects.requireNonNull(id, "id");
        outcomes = List.copyOf(outcomes);
        if (before == null && after == null) {
            throw new IllegalArgumentException("no profile before and none after is no change of " + id);
        }
        requireSame(id, before == null ? id : before.id());
        requireSame(id, after == null ? id : after.id());
        requireSame(id, update == null ? id : update.target());
        if (update == null && !outcomes.isEmpty()) {
            throw new IllegalArgumentException("outcomes without an update of " + id);
        }
    }

    private static void requireSame(ProfileId id, ProfileId part) {
        if (!id.equals(part)) {
            throw new IllegalArgumentException("a change of " + id + " cannot hold " + part);
        }
    }

    /** Whether the profile did not exist before the change. */
    public boolean isCreated() {
        return before == null;
    }

    /** Whether the profile does not exist after the change. */
    public boolean isDeleted() {
        return after == null;
    }
}
