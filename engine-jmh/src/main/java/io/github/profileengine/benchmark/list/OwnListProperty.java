package io.github.profileengine.benchmark.list;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;

/** Our list as a user meets it: a property of a profile, which is created anew with each change. */
final class OwnListProperty implements ElementList<Profile> {
    private static final ProfileId ID = ProfileId.user("benchmark", "one");
    private static final String NAME = "recent";

    @Override
    public Profile of(List<Object> elements) {
        return Profile.of(ID, Map.of(NAME, elements));
    }

    @Override
    public Profile append(Profile profile, Object element) {
        return Profile.append(profile, NAME, element);
    }

    @Override
    public Profile union(Profile profile, List<Object> operand) {
        return Profile.union(profile, NAME, operand);
    }

    @Override
    public Profile remove(Profile profile, Object element) {
        return Profile.remove(profile, NAME, element);
    }

    @Override
    @SuppressWarnings("unchecked") // the workloads hold no nulls
    public List<Object> content(Profile profile) {
        return (List<Object>) (List<?>) profile.list(NAME);
    }
}
