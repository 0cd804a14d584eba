package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class ProfileDiffTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Profile EMPTY = Profile.empty(ID);

    @Test
    void between_propertiesThatComeGoAndChange_listsThemByName() {
        ProfileDiff diff = ProfileDiff.between(
                profile("stays", 1, "went", "x", "changed", true), profile("came", 2.5, "changed", "yes", "stays", 1));
        assertThat(diff.id()).isEqualTo(ID);
        assertThat(diff.kind()).isEqualTo(ProfileDiff.Kind.CHANGED);
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.changes())
                .containsExactly(
                        PropertyChange.added("came", 2.5),
                        PropertyChange.changed("changed", true, "yes"),
                        PropertyChange.removed("went", "x"));
    }

    @Test
    void between_namesBeyondTheBasicPlane_comeInCodePointOrder() {
        ProfileDiff diff = ProfileDiff.between(profile("\uffff", 1), profile("\ud83d\ude00", 2, "a", 3));
        assertThat(diff.changes()).extracting(PropertyChange::name).containsExactly("a", "\uffff", "\ud83d\ude00");
    }

    @Test
    void between_equalProfiles_isEmpty() {
        Profile one = profile("n", 1, "l", List.of(1, "a"), "o", Map.of("a", 1, "b", 2));
        Profile other = Profile.set(profile("o", Map.of("b", 2.0, "a", 1.0), "l", List.of(1.0, "a")), "n", 1.0);
        for (Profile same : List.of(one, other)) {
            ProfileDiff diff = ProfileDiff.between(one, same);
            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.kind()).isEqualTo(ProfileDiff.Kind.EQUAL);
            assertThat(diff.changes()).isEmpty();
            assertThat(diff.jsonPatch()).isEqualTo("[]");
        }
    }

    @Test
    void between_nullAndMissing_areTwoThings() {
        Profile holdsNull = profile("k", null);
        assertThat(ProfileDiff.between(EMPTY, holdsNull).changes()).containsExactly(PropertyChange.added("k", null));
        assertThat(ProfileDiff.between(holdsNull, EMPTY).changes()).containsExactly(PropertyChange.removed("k", null));
        assertThat(ProfileDiff.between(holdsNull, profile("k", 1)).changes())
                .containsExactly(PropertyChange.changed("k", null, 1));
        assertThat(ProfileDiff.between(holdsNull, EMPTY).applyTo(holdsNull)).isEqualTo(EMPTY);
        assertThat(ProfileDiff.between(EMPTY, holdsNull).applyTo(EMPTY)).isEqualTo(holdsNull);
    }

    @Test
    void between_profileWithoutPropertiesAndNone_isNotEmpty() {
        ProfileDiff added = ProfileDiff.between(null, EMPTY);
        assertThat(added.kind()).isEqualTo(ProfileDiff.Kind.ADDED);
        assertThat(added.isEmpty()).isFalse();
        assertThat(added.changes()).isEmpty();
        assertThat(added.applyTo(null)).isEqualTo(EMPTY);
        assertThat(added.jsonPatch()).isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]");

        ProfileDiff removed = ProfileDiff.between(EMPTY, null);
        assertThat(removed).isEqualTo(added.inverse()).isNotEqualTo(added);
        assertThat(removed.kind()).isEqualTo(ProfileDiff.Kind.REMOVED);
        assertThat(removed.isEmpty()).isFalse();
        assertThat(removed.applyTo(EMPTY)).isNull();
        assertThat(removed).isNotEqualTo(ProfileDiff.between(EMPTY, EMPTY));
    }

    @Test
    void between_nothingAndNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileDiff.between(null, null))
                .withMessage("before and after are both null");
    }

    @Test
    void between_twoIds_isRefused() {
        Profile other = Profile.empty(ProfileId.user("p", "v"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileDiff.between(EMPTY, other))
                .withMessage("profiles p/u and p/v have different ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileDiff.between(null, EMPTY).applyTo(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileDiff.between(EMPTY, EMPTY).applyTo(other));
    }

    @Test
    void changes_valuesOfTheProfiles_areTheSameInstances() {
        Profile before = profile("l", List.of(1));
        Profile after = Profile.append(before, "l", 2);
        PropertyChange change = ProfileDiff.between(before, after).changes().get(0);
        assertThat(change.before()).isSameAs(before.get("l"));
        assertThat(change.after()).isSameAs(after.get("l"));
        Profile patched = Objects.requireNonNull(
                ProfileDiff.between(before, after).applyTo(Profile.of(ID, Map.of("l", List.of(1)))));
        assertThat(patched.get("l")).isSameAs(after.get("l"));
    }

    @Test
    void changes_handedOut_cannotBeChanged() {
        ProfileDiff diff = ProfileDiff.between(EMPTY, profile("k", 1));
        for (List<PropertyChange> changes :
                List.of(diff.changes(), diff.inverse().changes())) {
            assertThatThrownBy(() -> changes.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void inverse_everyKind_leadsBack() {
        Profile one = profile("k", 1, "l", null);
        Profile other = profile("k", 2, "m", null);
        for (Profile[] way : new Profile[][] {{null, one}, {one, null}, {one, other}, {one, one}}) {
            ProfileDiff diff = ProfileDiff.between(way[0], way[1]);
            assertThat(diff.applyTo(way[0])).isEqualTo(way[1]);
            assertThat(diff.inverse().applyTo(way[1])).isEqualTo(way[0]);
            assertThat(diff.inverse().inverse()).isEqualTo(diff);
        }
    }

    @Test
    void applyTo_valuesDeeperThanAnOperandMayBe_leadsThere() {
        Object deep = "x";
        for (int level = 0; level < 98; level++) {
            deep = List.of(deep);
        }
        Profile before = Profile.append(EMPTY, "k", deep);
        Profile after = Profile.append(before, "k", "y");
        assertThatIllegalArgumentException()
                .as("too deep to be set")
                .isThrownBy(() -> Profile.of(ID, before.properties()));
        assertThat(ProfileDiff.between(null, before).applyTo(null)).isEqualTo(before);
        assertThat(ProfileDiff.between(before, after).applyTo(before)).isEqualTo(after);
        assertThat(ProfileDiff.between(before, null).applyTo(before)).isNull();
    }

    @Test
    void applyTo_manyProperties_leadsThereAndBack() {
        Profile before = EMPTY;
        Profile after = EMPTY;
        for (int i = 0; i < 200; i++) {
            before = i % 3 == 0 ? before : Profile.set(before, "n" + i, i);
            after = i % 4 == 0 ? after : Profile.set(after, "n" + i, i % 5 == 0 ? -1 : i);
        }
        ProfileDiff diff = ProfileDiff.between(before, after);
        assertThat(diff.changes()).hasSize(50 + 33 + 20);
        assertThat(diff.applyTo(before)).isEqualTo(after);
        assertThat(diff.inverse().applyTo(after)).isEqualTo(before);
    }

    @Test
    void applyTo_profileWithFurtherProperties_leavesThem() {
        ProfileDiff diff = ProfileDiff.between(profile("k", 1, "l", 1), profile("k", 2));
        assertThat(diff.applyTo(profile("k", 1, "l", 1, "a", "more", "z", null)))
                .isEqualTo(profile("k", 2, "a", "more", "z", null));
    }

    @Test
    void applyTo_emptyDifference_answersTheInstance() {
        ProfileDiff diff = ProfileDiff.between(profile("k", 1), profile("k", 1));
        Profile other = profile("k", 2);
        assertThat(diff.applyTo(other)).isSameAs(other);
        assertThat(diff.applyTo(null)).isNull();
    }

    @Test
    void equals_ofDifferences_keepsTheContract() {
        EqualsVerifier.forClass(ProfileDiff.class)
                .withPrefabValues(ProfileId.class, ID, ProfileId.user("p", "v"))
                .withPrefabValues(PropertyChange.class, PropertyChange.added("a", 1), PropertyChange.removed("a", 1))
                .verify();
    }

    @Test
    void toString_kindAndChanges_areShown() {
        assertThat(ProfileDiff.between(profile("a", "x"), profile("a", null, "b", 1)))
                .hasToString("p/u CHANGED [\"a\": \"x\" -> null, \"b\": nothing -> 1]");
        assertThat(ProfileDiff.between(EMPTY, null)).hasToString("p/u REMOVED []");
    }

    private static Profile profile(Object... namesAndValues) {
        return Profile.of(ID, OracleValues.objectOf(namesAndValues));
    }
}
