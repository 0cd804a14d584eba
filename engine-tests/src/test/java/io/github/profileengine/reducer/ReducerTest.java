package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReducerTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Instant TIME = Instant.parse("2024-02-29T12:00:00.9Z");
    private final Reducer reducer = new Reducer(ReducerOptions.defaults());

    @Test
    void reduce_rejectedByStrictRules_givesTheSameInstance() {
        Reducer strict = new Reducer(ReducerOptions.defaults().withStrict(true));
        Profile before = Profile.of(ID, Map.of("k", 1));
        Update update = Update.of(ID).set("j", 1).add("k", "x").time(TIME).build();
        Reduction reduction = strict.reduce(before, update);
        assertThat(reduction.after()).isSameAs(before);
        assertThat(reduction.isRejected()).isTrue();
        Rejection rejection = reduction.rejection().orElseThrow();
        assertThat(rejection.rule()).isEqualTo(Rule.RECORD_OPERAND_NOT_NUMBER);
        assertThat(rejection.message()).startsWith(rejection.field() + ", ");
        assertThat(reduction.outcomes())
                .containsExactly(new Outcome(
                        null, null, Outcome.Kind.REJECTED, Rule.RECORD_OPERAND_NOT_NUMBER, rejection.message()));
        assertThat(strict.validate(update)).contains(rejection);
    }

    @Test
    void reduce_rejectedByALimitAtTheEnd_givesTheSameInstance() {
        Reducer limited = new Reducer(ReducerOptions.defaults().withLimits(new Limits(9, 9, 9, 9, 9, 1)));
        Profile before = Profile.of(ID, Map.of("k", List.of(1)));
        Update update = Update.of(ID).append("k", 2).set("j", 1).time(TIME).build();
        Reduction reduction = limited.reduce(before, update);
        assertThat(reduction.after()).isSameAs(before);
        assertThat(reduction.rejection().orElseThrow().rule()).isEqualTo(Rule.RECORD_LIMIT_PROPERTIES);
        // The rejected append must not have claimed the list's next place.
        Update other = Update.of(ID).append("k", 3).build();
        assertThat(new Reducer(ReducerOptions.defaults()).reduce(before, other).after())
                .isEqualTo(Profile.of(ID, Map.of("k", List.of(1, 3))));
        assertThat(before).isEqualTo(Profile.of(ID, Map.of("k", List.of(1))));
        assertThat(limited.reduce(null, Update.of(ID).set("a", 1).set("b", 1).build())
                        .after())
                .isNull();
    }

    @Test
    void reduce_severalLimitsBroken_namesTheFirstProperty() {
        Reducer limited = new Reducer(ReducerOptions.defaults().withLimits(new Limits(9, 9, 3, 9, 9, 9)));
        for (Update update : List.of(
                Update.of(ID).set("a", 1234).setOnce("b", 1234).build(),
                Update.of(ID).set("b", 1234).setOnce("a", 1234).build())) {
            assertThat(limited.reduce(null, update).rejection())
                    .contains(Rejection.of(Rule.RECORD_LIMIT_PROPERTY_BYTES, "a", "over 3 bytes of JSON text"));
        }
    }

    @Test
    void reduce_nothingChanges_givesTheSameInstance() {
        Profile before = Profile.of(ID, Map.of("k", 1, "$last_seen", "2024-02-29T12:00:00"));
        assertThat(reducer.reduce(before, Update.of(ID).set("k", 1).time(TIME).build())
                        .after())
                .isSameAs(before);
        assertThat(reducer.reduce(before, Update.of(ID).add("k", "x").unset("y").build())
                        .after())
                .isSameAs(before);
        assertThat(reducer.reduce(null, Update.of(ID).unset("y").time(TIME).build())
                        .after())
                .isNull();
    }

    @Test
    void reduce_withoutTime_writesNoTimes() {
        Profile after = reducer.reduce(null, Update.of(ID).set("k", 1).build()).after();
        assertThat(after).isEqualTo(Profile.of(ID, Map.of("k", 1)));
    }

    @Test
    void reduce_withTime_writesBothTimes() {
        Profile after = reducer.reduce(
                        null, Update.of(ID).set("k", 1).time(TIME).build())
                .after();
        String text = "2024-02-29T12:00:00";
        assertThat(after).isEqualTo(Profile.of(ID, Map.of("k", 1, "$created", text, "$last_seen", text)));
    }

    @Test
    void reduce_oneTimeSwitchedOff_writesTheOther() {
        Update update = Update.of(ID).set(Map.of()).time(TIME).build();
        String text = "2024-02-29T12:00:00";
        assertThat(new Reducer(ReducerOptions.defaults().withAutomaticCreated(false))
                        .reduce(null, update)
                        .after())
                .isEqualTo(Profile.of(ID, Map.of("$last_seen", text)));
        assertThat(new Reducer(ReducerOptions.defaults().withAutomaticLastSeen(false))
                        .reduce(null, update)
                        .after())
                .isEqualTo(Profile.of(ID, Map.of("$created", text)));
    }

    @Test
    void outcomes_askedTwice_areEqual() {
        Profile before = Profile.of(ID, Map.of("k", "x"));
        Reduction reduction =
                reducer.reduce(before, Update.of(ID).set("a", 1).add("k", 1).build());
        assertThat(reduction.outcomes()).isEqualTo(reduction.outcomes()).hasSize(2);
        assertThat(reduction.outcomes().get(1).explanation()).contains("k").contains("text");
        assertThatThrownBy(() -> reduction.outcomes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fold_rejectedUpdates_areSkipped() {
        Reducer strict = new Reducer(ReducerOptions.defaults().withStrict(true));
        Profile after = strict.fold(
                null,
                List.of(
                        Update.of(ID).set("k", 1).build(),
                        Update.of(ID).add("k", "x").build(),
                        Update.of(ID).add("k", 2).build()));
        assertThat(after).isEqualTo(Profile.of(ID, Map.of("k", 3)));
        assertThat(strict.fold(after, List.of())).isSameAs(after);
        assertThat(strict.fold(after, List.of(Update.of(ID).delete().build()))).isNull();
    }

    @Test
    void fold_updatesOfTwoProfiles_throwsWhateverTheStateBetween() {
        Profile before = Profile.of(ID, Map.of("k", 1));
        Update deletes = Update.of(ID).delete().build();
        Update creates = Update.of(ID).set("k", 1).build();
        Update others = Update.of(ProfileId.user("p", "another")).set("k", 1).build();
        assertThatThrownBy(() -> reducer.fold(before, List.of(others))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reducer.fold(null, List.of(creates, others)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reducer.fold(before, List.of(deletes, others)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reducer.fold(null, List.of(deletes, others)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ID.toString())
                .hasMessageContaining("another");
        assertThat(reducer.fold(null, List.of(creates, deletes, creates))).isEqualTo(before);
    }

    @Test
    void warnings_strictOnly_nameUnknownDollarProperties() {
        Update update = Update.of(ID)
                .set("$unheard_of", 1)
                .set("$email", "a")
                .set("k", 1)
                .build();
        Reducer strict = new Reducer(ReducerOptions.defaults().withStrict(true));
        assertThat(strict.warnings(update)).hasSize(1);
        assertThat(strict.warnings(update).get(0).message()).contains("$unheard_of");
        assertThat(reducer.warnings(update)).isEmpty();
        assertThat(strict.reduce(null, update).isRejected()).isFalse();
    }

    @Test
    void validate_junkId_namesItsField() {
        Reducer strict = new Reducer(ReducerOptions.defaults().withStrict(true));
        Rejection user = strict.validate(
                        Update.of(ProfileId.user("p", "null")).unset("k").build())
                .orElseThrow();
        Rejection group = strict.validate(Update.of(ProfileId.group("p", "company", "null"))
                        .unset("k")
                        .build())
                .orElseThrow();
        String problem = "a placeholder and not an id: null";
        assertThat(user).isEqualTo(Rejection.of(Rule.RECORD_DISTINCT_ID_JUNK, "$distinct_id", problem));
        assertThat(group).isEqualTo(Rejection.of(Rule.RECORD_GROUP_ID_JUNK, "$group_id", problem));
    }

    @Test
    void options_withers_changeOneThing() {
        ReducerOptions defaults = ReducerOptions.defaults();
        assertThat(defaults.strict()).isFalse();
        assertThat(defaults.limits()).isEqualTo(Limits.OFF);
        assertThat(defaults.flattenAppendedLists()).isFalse();
        assertThat(defaults.automaticCreated()).isTrue();
        assertThat(defaults.automaticLastSeen()).isTrue();
        assertThat(defaults.withStrict(false)).isSameAs(defaults);
        assertThat(defaults.withStrict(true).withStrict(false)).isEqualTo(defaults);
        assertThat(defaults.withFlattenAppendedLists(true))
                .isEqualTo(new ReducerOptions(Limits.OFF, false, true, true, true));
        assertThat(defaults.withAutomaticCreated(false))
                .isEqualTo(new ReducerOptions(Limits.OFF, false, false, false, true));
        assertThat(defaults.withAutomaticLastSeen(false))
                .isEqualTo(new ReducerOptions(Limits.OFF, false, false, true, false));
        assertThat(defaults.withLimits(Limits.DOCUMENTED).limits()).isEqualTo(Limits.DOCUMENTED);
        assertThat(reducer.options()).isEqualTo(defaults);
    }

    @Test
    void limits_notPositive_areRefused() {
        assertThat(new Limits(1, 1, 1, 1, 1, 1).maxProperties()).isEqualTo(1);
        for (int bad : new int[] {0, -1}) {
            for (ThrowingCallable limits : List.<ThrowingCallable>of(
                    () -> new Limits(bad, 1, 1, 1, 1, 1),
                    () -> new Limits(1, bad, 1, 1, 1, 1),
                    () -> new Limits(1, 1, bad, 1, 1, 1),
                    () -> new Limits(1, 1, 1, bad, 1, 1),
                    () -> new Limits(1, 1, 1, 1, bad, 1),
                    () -> new Limits(1, 1, 1, 1, 1, bad))) {
                assertThatThrownBy(limits).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void limits_with_changeOneAndKeepTheInstanceIfEqual() {
        Limits six = new Limits(1, 2, 3, 4, 5, 6);
        assertThat(six.withMaxNameCodePoints(9)).isEqualTo(new Limits(9, 2, 3, 4, 5, 6));
        assertThat(six.withMaxTextBytes(9)).isEqualTo(new Limits(1, 9, 3, 4, 5, 6));
        assertThat(six.withMaxPropertyBytes(9)).isEqualTo(new Limits(1, 2, 9, 4, 5, 6));
        assertThat(six.withMaxObjectKeys(9)).isEqualTo(new Limits(1, 2, 3, 9, 5, 6));
        assertThat(six.withMaxObjectDepth(9)).isEqualTo(new Limits(1, 2, 3, 4, 9, 6));
        assertThat(six.withMaxProperties(9)).isEqualTo(new Limits(1, 2, 3, 4, 5, 9));
        assertThat(six.withMaxTextBytes(2).withMaxProperties(6)).isSameAs(six);
        assertThatThrownBy(() -> six.withMaxTextBytes(0)).hasMessageContaining("maxTextBytes must be positive");
    }

    @Test
    void equals_ofValueTypes_keepTheContract() {
        EqualsVerifier.forClass(ReducerOptions.class)
                .withPrefabValues(Limits.class, Limits.OFF, Limits.DOCUMENTED)
                .suppress(Warning.NULL_FIELDS)
                .verify();
        EqualsVerifier.forClass(Outcome.class).verify();
        EqualsVerifier.forClass(Rejection.class).verify();
    }
}
