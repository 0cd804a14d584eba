package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReducerNamesTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");
    private static final Reducer PLAIN = new Reducer(ReducerOptions.defaults()
            .withLimits(Limits.OFF)
            .withStrict(false)
            .withFlattenAppendedLists(false)
            .withAutomaticCreated(false)
            .withAutomaticLastSeen(false));

    @Test
    void reduce_setOnNothing_createsAndTellsWhy() {
        Reduction reduction =
                PLAIN.reduce(null, Update.of(ANNA).set("name", "Anna").build());

        Profile after = Objects.requireNonNull(reduction.after());
        assertThat(after.text("name")).isEqualTo("Anna");
        assertThat(reduction.isRejected()).isFalse();
        assertThat(reduction.rejection()).isEmpty();
        Outcome outcome = reduction.outcomes().get(0);
        assertThat(outcome.operator()).isEqualTo(Operator.SET);
        assertThat(outcome.property()).isEqualTo("name");
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.APPLIED);
        assertThat(outcome.rule()).isEqualTo(Rule.SET_APPLIED);
        assertThat(outcome.rule().ruleName()).isEqualTo("set-applied");
        assertThat(outcome.explanation()).contains("name");
    }

    @Test
    void fold_updatesUpToDelete_leavesNothing() {
        Update set = Update.of(ANNA).set("name", "Anna").build();

        assertThat(PLAIN.fold(null, List.of(set))).isNotNull();
        assertThat(PLAIN.fold(null, List.of(set, Update.of(ANNA).delete().build())))
                .isNull();
    }

    @Test
    void validate_textAddedUnderStrict_isRejected() {
        Reducer strict = new Reducer(ReducerOptions.defaults().withStrict(true));

        Rejection rejection =
                strict.validate(Update.of(ANNA).add("count", "5").build()).orElseThrow();

        assertThat(rejection.rule()).isEqualTo(Rule.RECORD_OPERAND_NOT_NUMBER);
        assertThat(rejection.message()).startsWith(rejection.field() + ", ");
    }

    @Test
    void options_defaults_areDocumented() {
        ReducerOptions options = new Reducer(ReducerOptions.defaults()).options();

        assertThat(options.limits()).isEqualTo(Limits.OFF);
        assertThat(options.strict()).isFalse();
        assertThat(options.flattenAppendedLists()).isFalse();
        assertThat(options.automaticCreated()).isTrue();
        assertThat(options.automaticLastSeen()).isTrue();
        assertThat(options.withLimits(Limits.DOCUMENTED).limits()).isNotEqualTo(Limits.OFF);
    }
}
