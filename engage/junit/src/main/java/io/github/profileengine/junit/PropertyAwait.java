package io.github.profileengine.junit;

import io.github.profileengine.testdouble.ObservedProfile;
import org.jspecify.annotations.Nullable;

/** Waits for a state of a property; otherwise as {@link ProfileAwait}. Immutable. */
public final class PropertyAwait {
    private final ProfileAwait profile;
    private final String name;

    PropertyAwait(ProfileAwait profile, String name) {
        this.profile = profile;
        this.name = name;
    }

    /** Until it has this value, which may be null. */
    public ObservedProfile isEqualTo(@Nullable Object value) {
        return profile.hasProperty(name, value);
    }

    /** Until it is there, be it null. */
    public ObservedProfile exists() {
        return profile.hasProperty(name);
    }

    /** Until it is not there; at once if it never was. */
    public ObservedProfile isGone() {
        return profile.hasNoProperty(name);
    }

    /** Until it is a list that holds each of these elements, in any order and among others. */
    public ObservedProfile contains(@Nullable Object... elements) {
        return profile.meets(ProfileExpectation.elements(name, ProfileAssert.listOf(elements)));
    }
}
