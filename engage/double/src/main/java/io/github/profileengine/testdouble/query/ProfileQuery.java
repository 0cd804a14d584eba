package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.util.List;
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
        List<Profile> candidates = ids == null ? all(snapshot) : named(snapshot, ids);
        return candidates.stream().filter(condition::accepts).toList();
    }

    private List<Profile> all(Snapshot snapshot) {
        return snapshot.profiles(token)
                .filter(profile -> profile.id().groupKey().orElse("").equals(groupKey == null ? "" : groupKey))
                .toList();
    }

    private List<Profile> named(Snapshot snapshot, List<String> distinctIds) {
        TreeSet<ProfileId> wanted = new TreeSet<>();
        for (String id : distinctIds) {
            wanted.add(
                    groupKey == null
                            ? ProfileId.user(token, snapshot.resolve(token, id))
                            : ProfileId.group(token, groupKey, id));
        }
        return wanted.stream().flatMap(id -> snapshot.profile(id).stream()).toList();
    }
}
