package io.github.profileengine.junit;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.ObservedProfile;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a state of a profile. Immutable. Each method answers the profile as it was when it was as expected, and
 * throws the {@code AssertionError} of {@link ProfileAssert} if that does not come in time.
 */
public final class ProfileAwait {
    private final ProjectAwait await;
    private final ProfileId id;

    ProfileAwait(ProjectAwait await, ProfileId id) {
        this.await = await;
        this.id = id;
    }

    /** Until there is a profile. */
    public ObservedProfile exists() {
        return meets(ProfileExpectation.existence());
    }

    /** Until there is none; at once if there never was one. */
    public ObservedProfile isGone() {
        return meets(ProfileExpectation.absence());
    }

    /** Until it has the property, be it null. */
    public ObservedProfile hasProperty(String name) {
        return meets(ProfileExpectation.property(name));
    }

    /** Until it has the property with this value, compared as {@link ProfileAssert} does. */
    public ObservedProfile hasProperty(String name, @Nullable Object value) {
        return meets(ProfileExpectation.property(name, value));
    }

    /** Until it lacks the property. */
    public ObservedProfile hasNoProperty(String name) {
        return meets(ProfileExpectation.noProperty(name));
    }

    /** What to wait for of a property. */
    public PropertyAwait property(String name) {
        return new PropertyAwait(this, name);
    }

    ObservedProfile meets(ProfileExpectation expectation) {
        return await.meets(id, expectation);
    }
}
