package io.github.profileengine.junit;

import io.github.profileengine.testdouble.ObservedProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a profile. Values are compared as the engine compares them: 3, 3L and 3.0 are the same number; the
 * order of a list counts, that of an object does not. A value that is not JSON is an {@code IllegalArgumentException}.
 * A failure message shows the profile, the latest updates that referred to it, and why one was ignored or rejected.
 */
public final class ProfileAssert extends AbstractAssert<ProfileAssert, ObservedProfile> {

    ProfileAssert(ObservedProfile actual) {
        super(actual, ProfileAssert.class);
    }

    /** The profile exists. */
    public ProfileAssert exists() {
        return meets(ProfileExpectation.existence());
    }

    /** The profile does not exist. */
    public ProfileAssert doesNotExist() {
        return meets(ProfileExpectation.absence());
    }

    /** The property exists, even if its value is null. */
    public ProfileAssert hasProperty(String name) {
        return meets(ProfileExpectation.property(name));
    }

    /** The property exists and has this value, which may be null. */
    public ProfileAssert hasProperty(String name, @Nullable Object value) {
        return meets(ProfileExpectation.property(name, value));
    }

    /** None of these properties exists; also true if the profile does not exist. */
    public ProfileAssert hasNoProperty(String name, String... others) {
        meets(ProfileExpectation.noProperty(name));
        Arrays.asList(others).forEach(other -> meets(ProfileExpectation.noProperty(other)));
        return this;
    }

    /** These properties exist with these values; there may be others. */
    public ProfileAssert hasProperties(Map<String, ? extends @Nullable Object> values) {
        return meets(ProfileExpectation.properties(values));
    }

    /** These properties exist with these values, and no others but {@code $created} and {@code $last_seen}. */
    public ProfileAssert hasOnlyProperties(Map<String, ? extends @Nullable Object> values) {
        return meets(ProfileExpectation.onlyProperties(values));
    }

    /** These properties exist, whatever their values, and no others but {@code $created} and {@code $last_seen}. */
    public ProfileAssert hasOnlyProperties(String... names) {
        return meets(ProfileExpectation.onlyProperties(new LinkedHashSet<>(Arrays.asList(names))));
    }

    /** The property is a list of exactly these elements, in this order. */
    public ProfileAssert hasList(String name, @Nullable Object... elements) {
        return meets(ProfileExpectation.property(name, listOf(elements)));
    }

    /** A single collection stands for its elements. A list of one list is {@code List.of(List.of(..))}. */
    static List<@Nullable Object> listOf(@Nullable Object... given) {
        return given.length == 1 && given[0] instanceof Collection<?> all ? new ArrayList<>(all) : Arrays.asList(given);
    }

    /** The property is a list that holds each of these elements, in any order and among others. */
    public ProfileAssert hasListContaining(String name, @Nullable Object... elements) {
        return meets(ProfileExpectation.elements(name, listOf(elements)));
    }

    /** The property is this text. */
    public ProfileAssert hasText(String name, String text) {
        return meets(ProfileExpectation.property(name, text));
    }

    ProfileAssert meets(ProfileExpectation expectation) {
        isNotNull();
        if (!expectation.isMetBy(actual)) {
            failWithMessage("%s", ProfileReport.of(expectation, actual));
        }
        return this;
    }
}
