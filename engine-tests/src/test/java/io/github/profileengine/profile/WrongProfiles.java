package io.github.profileengine.profile;

import io.github.profileengine.laws.Wrong;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.value.CanonicalText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** Deliberately wrong profiles, with keys as in {@link Wrong}. Each is the engine's with one mistake. */
final class WrongProfiles {
    private WrongProfiles() {}

    static List<Wrong<ProfilesUnderTest>> all() {
        Map<String, ProfilesUnderTest> all = new LinkedHashMap<>();
        all.put("l73: names count in the order in which they came", new Marked(WrongProfiles::order));
        all.put("l73: an unset name leaves a tombstone", new Marked(WrongProfiles::namesEver));
        all.put(
                "l73: a version counts the writes",
                new Marked((version, now) -> version == null ? 1 : (int) version + 1));
        all.put("l73: the hash is that of the instance", new Marked((mark, now) -> new OwnHash()));
        all.put("l75: names of equal hash are one", new NamesByHash());
        all.put("l75: a lookup ends at the first name of the hash", new FirstOfHash());
        all.put("l77: null is not written", new WithoutNulls());
        return Wrong.all(all);
    }

    /** Profiles with a mark that shows in nothing. */
    static ProfilesUnderTest unmarked() {
        return new Marked((mark, now) -> null);
    }

    private static Object order(Object before, Map<String, Object> now) {
        Set<String> order = new LinkedHashSet<>(before == null ? List.of() : names(before));
        order.retainAll(now.keySet());
        order.addAll(now.keySet());
        return new ArrayList<>(order);
    }

    private static Object namesEver(Object before, Map<String, Object> now) {
        Set<String> ever = new HashSet<>(before == null ? List.of() : names(before));
        ever.addAll(now.keySet());
        return ever;
    }

    private static List<String> names(Object mark) {
        return ((Collection<?>) mark).stream().map(String.class::cast).toList();
    }

    private static final class OwnHash {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnHash;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A profile of the engine, and a mark that its equality sees. */
    private record Held(Object profile, Object mark) {}

    /** Leaves a mark on every profile that is written, made of the mark before and the properties now. */
    private static final class Marked extends ProfilesUnderTest {
        private final BiFunction<Object, Map<String, Object>, Object> marks;

        Marked(BiFunction<Object, Map<String, Object>, Object> marks) {
            this.marks = marks;
        }

        private Held written(Object before, Object after) {
            Object mark = before == null ? null : ((Held) before).mark;
            return new Held(after, marks.apply(mark, super.properties(after)));
        }

        private static Object profile(Object held) {
            return held == null ? null : ((Held) held).profile;
        }

        @Override
        Object of(Map<String, Object> properties) {
            return written(null, super.of(properties));
        }

        @Override
        Object reduce(Object before, OracleUpdate update) {
            Object after = super.reduce(profile(before), update);
            return after == null ? null : written(before, after);
        }

        @Override
        Object set(Object profile, String name, Object value) {
            return written(profile, super.set(profile(profile), name, value));
        }

        @Override
        Object unset(Object profile, String name) {
            return written(profile, super.unset(profile(profile), name));
        }

        @Override
        Object get(Object profile, String name) {
            return super.get(profile(profile), name);
        }

        @Override
        Map<String, Object> properties(Object profile) {
            return super.properties(profile(profile));
        }

        @Override
        String text(Object profile) {
            return super.text(profile(profile));
        }
    }

    private static class FirstOfHash extends ProfilesUnderTest {
        String held(Object profile, String name) {
            return properties(profile).keySet().stream()
                    .filter(held -> held.hashCode() == name.hashCode())
                    .findFirst()
                    .orElse(name);
        }

        @Override
        Object get(Object profile, String name) {
            return super.get(profile, held(profile, name));
        }
    }

    private static final class NamesByHash extends FirstOfHash {
        @Override
        Object set(Object profile, String name, Object value) {
            return super.set(profile, held(profile, name), value);
        }

        @Override
        Object unset(Object profile, String name) {
            return super.unset(profile, held(profile, name));
        }
    }

    private static final class WithoutNulls extends ProfilesUnderTest {
        @Override
        String text(Object profile) {
            Map<String, Object> written = OracleValues.object(properties(profile));
            written.values().removeIf(Objects::isNull);
            return CanonicalText.of(written);
        }
    }
}
