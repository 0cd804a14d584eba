package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law M8, which also runs against {@link WrongDiffs}, and differences compared with those of plain maps. */
class ProfileDiffProperties {
    private DiffsUnderTest diffs = new DiffsUnderTest();

    void against(DiffsUnderTest wrong) {
        diffs = wrong;
    }

    @Property
    void m8_patchOfTheDifferenceLeadsThere(@ForAll("states") States s) {
        Profile after = diffs.applied(diffs.between(s.p(), s.q()), s.p());
        assertThat(after).isEqualTo(s.q());
        assertThat(read(after)).isEqualTo(read(s.q()));
    }

    @Property
    void m8_theInverseLeadsBack(@ForAll("states") States s) {
        Profile before = diffs.applied(diffs.inverse(diffs.between(s.p(), s.q())), s.q());
        assertThat(before).isEqualTo(s.p());
        assertThat(read(before)).isEqualTo(read(s.p()));
    }

    @Property
    void inverse_isTheDifferenceTheOtherWayRound(@ForAll("states") States s) {
        ProfileDiff diff = ProfileDiff.between(s.p(), s.q());
        assertThat(diff.inverse()).isEqualTo(ProfileDiff.between(s.q(), s.p()));
        assertThat(diff.inverse().inverse()).isEqualTo(diff).hasSameHashCodeAs(diff);
    }

    @Property
    void between_isWhatPlainMapsTell(@ForAll("states") States s) {
        ProfileDiff diff = ProfileDiff.between(s.p(), s.q());
        assertThat(diff.id()).isEqualTo(States.ID);
        assertThat(diff.changes()).isEqualTo(changes(read(s.p()), read(s.q())));
        assertThat(diff.isEmpty()).isEqualTo(s.p() != null && s.p().equals(s.q()));
        assertThat(diff.kind()).isEqualTo(kind(s.p(), s.q()));
    }

    @Property
    void between_statesThatCameAboutOtherwise_isEqual(@ForAll("states") States s) {
        ProfileDiff diff = ProfileDiff.between(s.p(), s.q());
        assertThat(ProfileDiff.between(rebuilt(s.p()), rebuilt(s.q())))
                .isEqualTo(diff)
                .hasSameHashCodeAs(diff)
                .hasToString(diff.toString());
    }

    @Property
    void applyTo_anyState_fitsAsPlainMapsTellAndNeverTouchesIt(@ForAll("states") States s) {
        ProfileDiff diff = ProfileDiff.between(s.p(), s.q());
        Map<String, Object> before = read(s.r());
        if (fits(s)) {
            assertThat(read(diff.applyTo(s.r()))).isEqualTo(expected(s));
        } else {
            assertThatThrownBy(() -> diff.applyTo(s.r())).isInstanceOf(DiffConflictException.class);
        }
        assertThat(read(s.r())).isEqualTo(before);
    }

    @Property
    void jsonPatch_appliedByAnInterpreter_leadsThere(@ForAll("states") States s) {
        String patch = ProfileDiff.between(s.p(), s.q()).jsonPatch();
        assertThat(JsonPatchInterpreter.patched(read(s.p()), patch)).isEqualTo(read(s.q()));
        if (fits(s)) {
            assertThat(JsonPatchInterpreter.patched(read(s.r()), patch)).isEqualTo(expected(s));
        }
    }

    @Property
    void jsonPatch_isCanonicalAndTheSameForEqualStates(@ForAll("states") States s) {
        String patch = ProfileDiff.between(s.p(), s.q()).jsonPatch();
        assertThat(patch).isEqualTo(OracleText.of(OracleJson.value(patch)));
        assertThat(patch)
                .isEqualTo(ProfileDiff.between(rebuilt(s.p()), rebuilt(s.q())).jsonPatch());
    }

    // --- plain maps: null is no profile

    private static Map<String, Object> read(Profile profile) {
        return profile == null ? null : EngineUpdates.read(profile);
    }

    private static Profile rebuilt(Profile profile) {
        return profile == null ? null : Profile.of(States.ID, read(profile));
    }

    private static ProfileDiff.Kind kind(Profile before, Profile after) {
        if (before == null) {
            return ProfileDiff.Kind.ADDED;
        } else if (after == null) {
            return ProfileDiff.Kind.REMOVED;
        }
        return read(before).equals(read(after)) ? ProfileDiff.Kind.EQUAL : ProfileDiff.Kind.CHANGED;
    }

    private static List<PropertyChange> changes(Map<String, Object> before, Map<String, Object> after) {
        List<PropertyChange> changes = new ArrayList<>();
        for (String name : changedNames(before, after)) {
            if (held(before, name).isEmpty()) {
                changes.add(PropertyChange.added(name, after.get(name)));
            } else if (held(after, name).isEmpty()) {
                changes.add(PropertyChange.removed(name, before.get(name)));
            } else {
                changes.add(PropertyChange.changed(name, before.get(name), after.get(name)));
            }
        }
        return changes;
    }

    private static Set<String> changedNames(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new TreeSet<>(OracleValues::compareNames);
        names.addAll(before == null ? Set.of() : before.keySet());
        names.addAll(after == null ? Set.of() : after.keySet());
        names.removeIf(name -> held(before, name).equals(held(after, name)));
        return names;
    }

    /** The value of a property in a list of one, or an empty list. */
    private static List<Object> held(Map<String, Object> state, String name) {
        return state != null && state.containsKey(name) ? Collections.singletonList(state.get(name)) : List.of();
    }

    private static boolean fits(States s) {
        return switch (kind(s.p(), s.q())) {
            case EQUAL -> true;
            case ADDED -> s.r() == null;
            case REMOVED -> s.r() != null && read(s.r()).equals(read(s.p()));
            case CHANGED ->
                s.r() != null
                        && changedNames(read(s.p()), read(s.q())).stream()
                                .allMatch(name -> held(read(s.r()), name).equals(held(read(s.p()), name)));
        };
    }

    private static Map<String, Object> expected(States s) {
        Map<String, Object> state = read(s.r());
        if (s.p() == null || s.q() == null) {
            return read(s.q());
        }
        for (String name : changedNames(read(s.p()), read(s.q()))) {
            state.remove(name);
            held(read(s.q()), name).forEach(value -> state.put(name, value));
        }
        return state;
    }

    @Provide
    Arbitrary<States> states() {
        return Arbitraries.randomValue(States::random);
    }
}
