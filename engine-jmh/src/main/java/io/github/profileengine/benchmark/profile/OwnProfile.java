package io.github.profileengine.benchmark.profile;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;

/** Our profile, through the public functions of {@link Profile}. */
final class OwnProfile implements PropertyMap<Profile> {
    static final ProfileId ID = ProfileId.user("benchmark", "one");

    @Override
    public Profile of(Map<String, Object> properties) {
        return Profile.of(ID, properties);
    }

    @Override
    public Profile set(Profile map, String name, Object value) {
        return Profile.set(map, name, value);
    }

    @Override
    public Profile setOnce(Profile map, String name, Object value) {
        return Profile.setOnce(map, name, value);
    }

    @Override
    public Profile add(Profile map, String name, Long operand) {
        return Profile.add(map, name, operand);
    }

    @Override
    public Profile unset(Profile map, String name) {
        return Profile.unset(map, name);
    }

    @Override
    @SuppressWarnings("unchecked") // the workloads hold no nulls
    public Map<String, Object> content(Profile map) {
        return (Map<String, Object>) (Map<String, ?>) map.properties();
    }
}
