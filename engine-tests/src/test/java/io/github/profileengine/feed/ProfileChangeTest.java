package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileChangeTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");
    private static final Profile PROFILE = Profile.empty(ANNA);
    private static final Profile OTHER = Profile.empty(ProfileId.user("token", "bert"));
    private static final Update UPDATE = Update.of(ANNA).set("name", "Anna").build();
    private static final Outcome OUTCOME =
            new Outcome(Operator.SET, "name", Outcome.Kind.APPLIED, Rule.SET_APPLIED, "name is set");

    @Test
    void change_nothingBefore_isCreated() {
        ProfileChange change = new ProfileChange(3, 7, ANNA, null, PROFILE, UPDATE, List.of(OUTCOME));

        assertThat(change.isCreated()).isTrue();
        assertThat(change.isDeleted()).isFalse();
    }

    @Test
    void change_nothingAfter_isDeleted() {
        ProfileChange change = new ProfileChange(3, 7, ANNA, PROFILE, null, null, List.of());

        assertThat(change.isCreated()).isFalse();
        assertThat(change.isDeleted()).isTrue();
    }

    @Test
    void change_neitherBeforeNorAfter_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileChange(0, 0, ANNA, null, null, UPDATE, List.of()))
                .withMessageContaining(ANNA.toString());
    }

    @Test
    void change_partOfAnotherProfile_isRefused() {
        Update update = Update.of(OTHER.id()).set("name", "Bert").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileChange(0, 0, ANNA, OTHER, PROFILE, null, List.of()))
                .withMessageContaining("token/bert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileChange(0, 0, ANNA, PROFILE, OTHER, null, List.of()))
                .withMessageContaining("token/bert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileChange(0, 0, ANNA, PROFILE, PROFILE, update, List.of()))
                .withMessageContaining("token/bert");
    }

    @Test
    void change_outcomesWithoutUpdate_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProfileChange(0, 0, ANNA, PROFILE, null, null, List.of(OUTCOME)));
    }

    @Test
    void change_withoutId_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ProfileChange(0, 0, null, PROFILE, null, null, List.of()));
    }

    @Test
    void outcomes_changedAfterwards_stay() {
        List<Outcome> outcomes = new ArrayList<>(List.of(OUTCOME));
        ProfileChange change = new ProfileChange(0, 0, ANNA, PROFILE, PROFILE, UPDATE, outcomes);

        outcomes.clear();

        assertThat(change.outcomes()).containsExactly(OUTCOME);
    }
}
