package io.github.profileengine.junit;

import io.github.profileengine.testdouble.ObservedProfile;
import org.jspecify.annotations.Nullable;

/** Waits for a state of a property, as {@link ProfileAwait} does for a profile. Immutable. */
public final class PropertyAwait {
    private final ProfileAwait profile;
    private final String name;

    PropertyAwait(ProfileAwait profile, String name) {
        this.profile = profile;
        this.name = name;
    }

    /** Waits until the property has this value, which may be null. */
    public ObservedProfile isEqualTo(@Nullable Object value) {
        return profile.hasProperty(name, value);
    }

    /** Waits until the property exists, even if its value is null. */
    public ObservedProfile exists() {
        return profile.hasProperty(name);
    }

    /** Waits until the property does not exist; returns at once if it never did. */
    public ObservedProfile isGone() {
        return profile.hasNoProperty(name);
    }

    /** Waits until the property is a list that holds each of these elements, in any order and among others. */
    public ObservedProfile contains(@Nullable Object... elements) {
        return profile.meets(ProfileExpectation.elements(name, ProfileAssert.listOf(elements)));
    }
}
