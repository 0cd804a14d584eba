package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import org.junit.jupiter.api.Test;

class DiffConflictExceptionTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Profile EMPTY = Profile.empty(ID);

    @Test
    void applyTo_propertyThatIsNotAsBefore_namesIt() {
        ProfileDiff diff = ProfileDiff.between(profile("a", 1, "k", 1), profile("a", 2, "k", 2));
        Profile found = profile("a", 1, "k", "1");
        DiffConflictException conflict = catchThrowableOfType(DiffConflictException.class, () -> diff.applyTo(found));
        assertThat(conflict).hasMessage("profile p/u, property \"k\": expected 1, found \"1\"");
        assertThat(conflict.id()).isEqualTo(ID);
        assertThat(conflict.property()).contains("k");
        assertThat(conflict.expected()).isEqualTo("1");
        assertThat(conflict.found()).isEqualTo("\"1\"");
        assertThat(found).isEqualTo(profile("a", 1, "k", "1"));
    }

    @Test
    void applyTo_missingOrUnexpectedProperty_saysNothing() {
        ProfileDiff change = ProfileDiff.between(profile("k", null), profile("k", 2));
        assertConflict(change, EMPTY, "profile p/u, property \"k\": expected null, found nothing");
        ProfileDiff addition = ProfileDiff.between(EMPTY, profile("k", 2));
        assertConflict(addition, profile("k", null), "profile p/u, property \"k\": expected nothing, found null");
        assertConflict(addition, profile("k", 2), "profile p/u, property \"k\": expected nothing, found 2");
        ProfileDiff removal = ProfileDiff.between(profile("k", null), EMPTY);
        assertConflict(removal, EMPTY, "profile p/u, property \"k\": expected null, found nothing");
    }

    @Test
    void applyTo_removedProfileThatIsNotAsBefore_isAConflict() {
        ProfileDiff diff = ProfileDiff.between(profile("b", 1, "d", 1), null);
        assertConflict(diff, profile("b", 1), "profile p/u, property \"d\": expected 1, found nothing");
        assertConflict(diff, profile("b", 2, "d", 1), "profile p/u, property \"b\": expected 1, found 2");
        assertConflict(
                diff,
                profile("b", 1, "c", null, "d", 1, "e", 1),
                "profile p/u, property \"c\": expected nothing, found null");
    }

    @Test
    void applyTo_profileWhereNoneIsDueOrNoneWhereOneIs_isAConflict() {
        ProfileDiff added = ProfileDiff.between(null, EMPTY);
        assertConflict(added, EMPTY, "profile p/u: expected no profile, found a profile");
        assertConflict(added.inverse(), null, "profile p/u: expected a profile, found no profile");
        ProfileDiff changed = ProfileDiff.between(EMPTY, profile("k", 1));
        assertConflict(changed, null, "profile p/u: expected a profile, found no profile");
        assertThat(catchThrowableOfType(DiffConflictException.class, () -> changed.applyTo(null))
                        .property())
                .isEmpty();
    }

    @Test
    void applyTo_conflictOverALargeValue_cutsItInTheMessage() {
        String text = "\u00e9".repeat(1_000);
        ProfileDiff diff = ProfileDiff.between(profile(text, text), EMPTY);
        DiffConflictException conflict = catchThrowableOfType(DiffConflictException.class, () -> diff.applyTo(EMPTY));
        assertThat(conflict.expected()).isEqualTo("\"" + "\u00e9".repeat(99) + "...");
        assertThat(conflict.property()).contains(text);
        assertThat(conflict.getMessage()).hasSizeLessThan(300);
    }

    private static void assertConflict(ProfileDiff diff, Profile found, String message) {
        assertThatThrownBy(() -> diff.applyTo(found))
                .isInstanceOf(DiffConflictException.class)
                .hasMessage(message);
    }

    private static Profile profile(Object... namesAndValues) {
        return Profile.of(ID, OracleValues.objectOf(namesAndValues));
    }
}
