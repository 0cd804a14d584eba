package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles of a project are asked for.
 *
 * @param groupKey the kind of groups; null for users
 * @param ids the ids asked for; null for all. Users' are followed through aliases
 * @param condition what a profile must satisfy
 */
record ProfileQuery(
        String token, @Nullable String groupKey, @Nullable List<String> ids, Condition condition) {

    /**
     * The profiles, each once, in the order of their ids.
     *
     * @throws InvalidQueryException if the condition meets a value that it cannot use
     */
    List<Profile> matches(Snapshot snapshot) {
        if (ids != null) {
            return named(snapshot, ids);
        }
        try {
            return searched(snapshot);
        } catch (InvalidQueryException e) {
            // Of several profiles to blame, the message names the first in order, on every run.
            snapshot.profiles(token).filter(profile -> isOfKind(profile.id())).forEach(condition::accepts);
            throw e;
        }
    }

    // Sorting is most of the work, so only what matches is sorted.
    private List<Profile> searched(Snapshot snapshot) {
        List<Profile> found = new ArrayList<>();
        snapshot.forEach(token, profile -> {
            if (isOfKind(profile.id()) && condition.accepts(profile)) {
                found.add(profile);
            }
        });
        found.sort(Comparator.comparing(Profile::id));
        return found;
    }

    private boolean isOfKind(ProfileId id) {
        return id.groupKey().equals(Optional.ofNullable(groupKey));
    }

    private List<Profile> named(Snapshot snapshot, List<String> distinctIds) {
        TreeSet<ProfileId> wanted = new TreeSet<>();
        for (String id : distinctIds) {
            wanted.add(
                    groupKey == null
                            ? ProfileId.user(token, snapshot.resolve(token, id))
                            : ProfileId.group(token, groupKey, id));
        }
        return wanted.stream()
                .flatMap(id -> snapshot.profile(id).stream())
                .filter(condition::accepts)
                .toList();
    }
}
