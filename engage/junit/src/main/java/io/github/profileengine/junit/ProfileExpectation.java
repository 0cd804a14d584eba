package io.github.profileengine.junit;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ReservedProperty;
import io.github.profileengine.testdouble.ObservedProfile;
import io.github.profileengine.value.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects of a profile, used by assertions and by waits. Immutable.
 *
 * @param text the rest of a message that begins with "expected profile p"
 * @param properties the properties that it refers to
 * @param problems finds what is wrong with a profile; nothing if it is as expected
 */
record ProfileExpectation(String text, Set<String> properties, Function<ObservedProfile, List<String>> problems) {
    private static final Set<String> AUTOMATIC = Set.of(ReservedProperty.CREATED, ReservedProperty.LAST_SEEN);
    private static final String NO_PROFILE = "there is no such profile";

    static ProfileExpectation existence() {
        return new ProfileExpectation(
                "to exist", Set.of(), profile -> profile.exists() ? List.of() : List.of(NO_PROFILE));
    }

    static ProfileExpectation absence() {
        return new ProfileExpectation(
                "not to exist", Set.of(), profile -> profile.exists() ? List.of("it does") : List.of());
    }

    static ProfileExpectation property(String name) {
        return new ProfileExpectation(
                "to have the property " + CanonicalText.of(name),
                Set.of(name),
                profile -> profile.has(name) ? List.of() : List.of(missing(profile, name)));
    }

    static ProfileExpectation noProperty(String name) {
        return new ProfileExpectation(
                "to have no property " + CanonicalText.of(name),
                Set.of(name),
                profile -> profile.has(name) ? List.of(actual(profile, name)) : List.of());
    }

    static ProfileExpectation property(String name, @Nullable Object value) {
        String expected = CanonicalText.of(value);
        return new ProfileExpectation(
                "to have " + CanonicalText.of(name) + ": " + expected,
                Set.of(name),
                profile -> unequal(profile, name, expected));
    }

    static ProfileExpectation properties(Map<String, ? extends @Nullable Object> values) {
        String expected = CanonicalText.of(values);
        return new ProfileExpectation(
                "to have the properties " + expected,
                Set.copyOf(values.keySet()),
                profile -> values.entrySet().stream()
                        .flatMap(entry -> unequal(profile, entry.getKey(), CanonicalText.of(entry.getValue())).stream())
                        .toList());
    }

    /** Expects these properties and no others. Automatic properties count only if they are named. */
    static ProfileExpectation onlyProperties(Map<String, ? extends @Nullable Object> values) {
        ProfileExpectation each = properties(values);
        return new ProfileExpectation(
                "to have only the properties " + CanonicalText.of(values),
                each.properties(),
                profile -> join(each.problems().apply(profile), extra(profile, values.keySet())));
    }

    /** The same as {@link #onlyProperties(Map)} with any values. */
    static ProfileExpectation onlyProperties(Set<String> names) {
        return new ProfileExpectation(
                "to have only the properties " + CanonicalText.of(List.copyOf(new TreeSet<>(names))),
                names,
                profile -> join(
                        names.stream()
                                .filter(name -> !profile.has(name))
                                .map(name -> missing(profile, name))
                                .toList(),
                        extra(profile, names)));
    }

    static ProfileExpectation elements(String name, List<? extends @Nullable Object> elements) {
        return new ProfileExpectation(
                "to have a list " + CanonicalText.of(name) + " with the elements " + CanonicalText.of(elements),
                Set.of(name),
                profile -> lacking(profile, name, elements));
    }

    boolean isMetBy(ObservedProfile profile) {
        return problems.apply(profile).isEmpty();
    }

    private static List<String> unequal(ObservedProfile profile, String name, String expected) {
        if (!profile.has(name)) {
            return List.of(missing(profile, name));
        }
        return CanonicalText.of(profile.get(name)).equals(expected) ? List.of() : List.of(actual(profile, name));
    }

    private static List<String> extra(ObservedProfile observed, Set<String> expected) {
        Profile profile = observed.profile();
        if (profile == null) {
            // If properties are expected, each of them is reported as missing already.
            return expected.isEmpty() ? List.of(NO_PROFILE) : List.of();
        }
        return profile.properties().keySet().stream()
                .filter(name -> !expected.contains(name) && !AUTOMATIC.contains(name))
                .map(name -> "there is also " + CanonicalText.of(name) + ": " + shown(profile.get(name)))
                .toList();
    }

    private static List<String> lacking(
            ObservedProfile profile, String name, List<? extends @Nullable Object> elements) {
        if (!profile.has(name)) {
            return List.of(missing(profile, name));
        }
        if (!(profile.get(name) instanceof List<?> list)) {
            return List.of(actual(profile, name));
        }
        List<String> there = list.stream().map(CanonicalText::of).toList();
        return elements.stream()
                .map(CanonicalText::of)
                .filter(element -> !there.contains(element))
                .map(element -> actual(profile, name) + " and lacks " + element)
                .toList();
    }

    private static String missing(ObservedProfile profile, String name) {
        return profile.exists() ? "it has no property " + CanonicalText.of(name) : NO_PROFILE;
    }

    private static String actual(ObservedProfile profile, String name) {
        return CanonicalText.of(name) + " is " + shown(profile.get(name));
    }

    private static String shown(@Nullable Object value) {
        return ReportText.bounded(CanonicalText.of(value));
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
