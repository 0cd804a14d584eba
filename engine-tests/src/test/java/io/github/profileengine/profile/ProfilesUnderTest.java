package io.github.profileengine.profile;

import io.github.profileengine.laws.EngineReducer;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.Map;

/**
 * Profiles as the laws see them: those of the engine. Not final: {@link WrongProfiles} change a method. A profile is
 * opaque, and its {@code equals} and {@code hashCode} are under test, too.
 */
class ProfilesUnderTest {
    private final ReducerUnderTest reducer = new EngineReducer(OracleOptions.PLAIN);

    Object of(Map<String, Object> properties) {
        return Profile.of(EngineUpdates.id(ReducerLaws.ID), properties);
    }

    /** The profile after an update; null is no profile. */
    Object reduce(Object before, OracleUpdate update) {
        return reducer.reduce(before, update).after();
    }

    Object set(Object profile, String name, Object value) {
        return Profile.set((Profile) profile, name, value);
    }

    Object unset(Object profile, String name) {
        return Profile.unset((Profile) profile, name);
    }

    Object get(Object profile, String name) {
        return ((Profile) profile).get(name);
    }

    Map<String, Object> properties(Object profile) {
        return ((Profile) profile).properties();
    }

    String text(Object profile) {
        return ((Profile) profile).canonicalText();
    }
}
