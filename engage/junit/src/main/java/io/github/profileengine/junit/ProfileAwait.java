package io.github.profileengine.junit;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.ObservedProfile;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a state of a profile. Immutable. Each method returns the profile as it was when it met the expectation. If
 * that does not happen in time, it throws the {@code AssertionError} of {@link ProfileAssert}.
 */
public final class ProfileAwait {
    private final ProjectAwait await;
    private final ProfileId id;

    ProfileAwait(ProjectAwait await, ProfileId id) {
        this.await = await;
        this.id = id;
    }

    /** Waits until the profile exists. */
    public ObservedProfile exists() {
        return meets(ProfileExpectation.existence());
    }

    /** Waits until the profile does not exist; returns at once if it never did. */
    public ObservedProfile isGone() {
        return meets(ProfileExpectation.absence());
    }

    /** Waits until the profile has the property, even if its value is null. */
    public ObservedProfile hasProperty(String name) {
        return meets(ProfileExpectation.property(name));
    }

    /** Waits until the profile has the property with this value, compared as {@link ProfileAssert} does. */
    public ObservedProfile hasProperty(String name, @Nullable Object value) {
        return meets(ProfileExpectation.property(name, value));
    }

    /** Waits until the profile does not have the property. */
    public ObservedProfile hasNoProperty(String name) {
        return meets(ProfileExpectation.noProperty(name));
    }

    /** Selects a property to wait for. */
    public PropertyAwait property(String name) {
        return new PropertyAwait(this, name);
    }

    ObservedProfile meets(ProfileExpectation expectation) {
        return await.meets(id, expectation);
    }
}
