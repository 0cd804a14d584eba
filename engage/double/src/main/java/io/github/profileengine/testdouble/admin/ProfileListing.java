package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The sorted ids of all matching profiles of a project at one moment. Sorting a million ids takes a second, so it is
 * done once for a client that jumps around in a long list. Immutable.
 *
 * @param name the name by which later requests for its pages refer to it
 */
record ProfileListing(String name, String token, List<ProfileId> ids) {

    /** Creates a listing from a state. */
    static ProfileListing of(String name, Snapshot state, String token, Predicate<Profile> wanted) {
        List<ProfileId> found = new ArrayList<>();
        state.forEach(profile -> {
            if (profile.id().token().equals(token) && wanted.test(profile)) {
                found.add(profile.id());
            }
        });
        ProfileId[] ids = found.toArray(ProfileId[]::new);
        Arrays.parallelSort(ids);
        return new ProfileListing(name, token, Arrays.asList(ids));
    }

    /** A page of the ids. */
    List<ProfileId> page(long offset, int limit) {
        int from = (int) Math.min(offset, ids.size());
        return ids.subList(from, Math.min(ids.size(), from + limit));
    }
}
