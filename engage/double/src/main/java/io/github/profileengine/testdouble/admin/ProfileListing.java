package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The ids of all profiles of a project that somebody wants to see, in their order, as they were at one moment. Sorting
 * a million takes a second, so it is done once for somebody who looks here and there in a long list. Immutable.
 *
 * @param name what the next request of a page of it names it by
 */
record ProfileListing(String name, String token, List<ProfileId> ids) {

    /** Of a state. */
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

    /** Some of the ids. */
    List<ProfileId> page(long offset, int limit) {
        int from = (int) Math.min(offset, ids.size());
        return ids.subList(from, Math.min(ids.size(), from + limit));
    }
}
