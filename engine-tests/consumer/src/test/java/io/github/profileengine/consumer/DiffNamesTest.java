package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.profileengine.diff.DiffConflictException;
import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffNamesTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");
    private static final Profile BEFORE = Profile.of(ANNA, Map.of("age", 30, "old", "x"));
    private static final Profile AFTER = Profile.of(ANNA, Map.of("age", 31, "name", "Anna"));

    @Test
    void between_twoStates_readsBack() {
        ProfileDiff diff = ProfileDiff.between(BEFORE, AFTER);

        assertThat(diff.id()).isEqualTo(ANNA);
        assertThat(diff.kind()).isEqualTo(ProfileDiff.Kind.CHANGED);
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.changes())
                .containsExactly(
                        PropertyChange.changed("age", 30, 31),
                        PropertyChange.added("name", "Anna"),
                        PropertyChange.removed("old", "x"));
        assertThat(diff.applyTo(BEFORE)).isEqualTo(AFTER);
        assertThat(diff.inverse().applyTo(AFTER)).isEqualTo(BEFORE);
        assertThat(diff.jsonPatch())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/age\",\"value\":31},"
                        + "{\"op\":\"add\",\"path\":\"/name\",\"value\":\"Anna\"},"
                        + "{\"op\":\"remove\",\"path\":\"/old\"}]");
    }

    @Test
    void change_ofOneProperty_readsBack() {
        PropertyChange change = PropertyChange.changed("age", 30, 31);

        assertThat(change.name()).isEqualTo("age");
        assertThat(change.kind()).isEqualTo(PropertyChange.Kind.CHANGED);
        assertThat(change.before()).isEqualTo(30L);
        assertThat(change.after()).isEqualTo(31L);
        assertThat(change.inverse()).isEqualTo(PropertyChange.changed("age", 31, 30));
    }

    @Test
    void applyTo_otherState_tellsTheConflict() {
        ProfileDiff diff = ProfileDiff.between(BEFORE, AFTER);

        DiffConflictException conflict = catchThrowableOfType(DiffConflictException.class, () -> diff.applyTo(AFTER));

        assertThat(conflict.id()).isEqualTo(ANNA);
        assertThat(conflict.property()).contains("age");
        assertThat(conflict.expected()).isEqualTo("30");
        assertThat(conflict.found()).isEqualTo("31");
        assertThat(ProfileDiff.between(null, AFTER).kind()).isEqualTo(ProfileDiff.Kind.ADDED);
        assertThat(ProfileDiff.between(AFTER, null).kind()).isEqualTo(ProfileDiff.Kind.REMOVED);
        assertThat(ProfileDiff.between(AFTER, AFTER).kind()).isEqualTo(ProfileDiff.Kind.EQUAL);
    }
}
