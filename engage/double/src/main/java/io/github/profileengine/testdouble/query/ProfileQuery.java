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
 * Selects profiles of a project.
 *
 * @param groupKey the kind of groups; null for users
 * @param ids the requested ids; null for all. Ids of users are resolved through aliases
 * @param condition the condition that a profile must satisfy
 */
record ProfileQuery(
        String token, @Nullable String groupKey, @Nullable List<String> ids, Condition condition) {

    /**
     * The matching profiles, each once, in the order of their ids.
     *
     * @throws InvalidQueryException if the condition cannot use a value of a profile
     */
    List<Profile> matches(Snapshot snapshot) {
        if (ids != null) {
            return named(snapshot, ids);
        }
        try {
            return searched(snapshot);
        } catch (InvalidQueryException e) {
            // If several profiles have such a value, the message must always name the first of them in order.
            snapshot.profiles(token).filter(profile -> isOfKind(profile.id())).forEach(condition::accepts);
            throw e;
        }
    }

    // Sorting takes most of the time, so only the matching profiles are sorted.
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
