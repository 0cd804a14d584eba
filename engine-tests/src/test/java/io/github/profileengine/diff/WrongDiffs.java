package io.github.profileengine.diff;

import io.github.profileengine.laws.Wrong;
import io.github.profileengine.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deliberately wrong differences, with keys as in {@link Wrong}. Each is the engine's with one mistake. */
final class WrongDiffs {
    private WrongDiffs() {}

    static List<Wrong<DiffsUnderTest>> all() {
        Map<String, DiffsUnderTest> all = new LinkedHashMap<>();
        all.put("m8: lists differ by their values", new Patched(WrongDiffs::listsByValue));
        all.put("m8: objects are merged", new Patched(WrongDiffs::objectsMerged));
        all.put("m8: null stands for a missing property", new Patched((after, change) -> {
            boolean holdsNull = change.kind() != PropertyChange.Kind.REMOVED && change.after() == null;
            return holdsNull ? Profile.unset(after, change.name()) : after;
        }));
        all.put("m8: a removed property becomes null", new Patched((after, change) -> {
            boolean removed = change.kind() == PropertyChange.Kind.REMOVED;
            return removed ? Profile.set(after, change.name(), null) : after;
        }));
        all.put("m8: a profile without properties is none", new EmptyIsNone());
        all.put("m8: the inverse leaves what was added", new AdditionsStay());
        return Wrong.all(all);
    }

    /** Difference without a mistake, as the wrong ones apply it. */
    static DiffsUnderTest right() {
        return new Patched((after, change) -> after);
    }

    private static Profile listsByValue(Profile after, PropertyChange change) {
        if (change.before() instanceof List<?> was && change.after() instanceof List<?> is) {
            List<Object> list = new ArrayList<>(was);
            list.removeIf(element -> !is.contains(element));
            is.stream().filter(element -> !was.contains(element)).forEach(list::add);
            return Profile.set(after, change.name(), list);
        }
        return after;
    }

    private static Profile objectsMerged(Profile after, PropertyChange change) {
        if (change.before() instanceof Map<?, ?> was && change.after() instanceof Map<?, ?> is) {
            Map<Object, Object> merged = new LinkedHashMap<>(was);
            merged.putAll(is);
            return Profile.set(after, change.name(), merged);
        }
        return after;
    }

    /** What is done to a patched profile for each change. */
    private interface Mistake {
        Profile made(Profile after, PropertyChange change);
    }

    private static Profile patched(Profile right, ProfileDiff diff, Mistake mistake) {
        Profile after = right;
        for (PropertyChange change : diff.changes()) {
            after = after == null ? null : mistake.made(after, change);
        }
        return after;
    }

    private static final class Patched extends DiffsUnderTest {
        private final Mistake mistake;

        Patched(Mistake mistake) {
            this.mistake = mistake;
        }

        @Override
        Profile applied(Object diff, Profile state) {
            return patched(super.applied(diff, state), (ProfileDiff) diff, mistake);
        }
    }

    private static final class EmptyIsNone extends DiffsUnderTest {
        @Override
        Profile applied(Object diff, Profile state) {
            Profile after = super.applied(diff, state);
            return after == null || after.isEmpty() ? null : after;
        }
    }

    private static final class AdditionsStay extends DiffsUnderTest {
        private record Inverse(ProfileDiff diff) {}

        @Override
        Object inverse(Object diff) {
            return new Inverse((ProfileDiff) super.inverse(diff));
        }

        @Override
        Profile applied(Object diff, Profile state) {
            if (diff instanceof Inverse inverse) {
                return patched(super.applied(inverse.diff, state), inverse.diff, AdditionsStay::keep);
            }
            return super.applied(diff, state);
        }

        private static Profile keep(Profile after, PropertyChange change) {
            boolean removed = change.kind() == PropertyChange.Kind.REMOVED;
            return removed ? Profile.set(after, change.name(), change.before()) : after;
        }
    }
}
