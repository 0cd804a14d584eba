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
 * @param filter the {@linkplain ProfileFilter#words words} of the filter that selected the profiles
 */
record ProfileListing(String name, String token, List<String> filter, List<ProfileId> ids) {

    /** The sorted ids of a project's profiles that are wanted. */
    static List<ProfileId> ids(Snapshot state, String token, Predicate<Profile> wanted) {
        List<ProfileId> found = new ArrayList<>();
        state.forEach(profile -> {
            if (profile.id().token().equals(token) && wanted.test(profile)) {
                found.add(profile.id());
            }
        });
        ProfileId[] ids = found.toArray(ProfileId[]::new);
        Arrays.parallelSort(ids);
        return Arrays.asList(ids);
    }

    /** A page of the ids. */
    List<ProfileId> page(long offset, int limit) {
        int from = (int) Math.min(offset, ids.size());
        return ids.subList(from, Math.min(ids.size(), from + limit));
    }
}
