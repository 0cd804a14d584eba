package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReducerSessionTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final ReducerSession session = new Reducer(ReducerOptions.defaults().withStrict(true)).session();

    @Test
    void reduce_rejectedAfterAccepted_keepsTheOutcomesOfTheEarlierOnes() {
        List<Outcome> collected = new ArrayList<>();
        Profile profile = session.reduce(null, Update.of(ADA).set("a", 1).build(), collected);
        session.reduce(profile, Update.of(ADA).set("b", 1).add("a", "x").build(), collected);
        assertThat(collected)
                .extracting(Outcome::rule)
                .containsExactly(Rule.SET_APPLIED, Rule.RECORD_OPERAND_NOT_NUMBER);

        session.reduce(profile, Update.of(ADA).set("b", 1).build(), collected);
        session.reject(Rejection.of(Rule.RECORD_BOUND_BYTES, "profiles", "no room"), collected);
        assertThat(collected)
                .extracting(Outcome::rule)
                .containsExactly(Rule.SET_APPLIED, Rule.RECORD_OPERAND_NOT_NUMBER, Rule.RECORD_BOUND_BYTES);
    }

    @Test
    void expectAccepted_outsideOfTheYears_isRefusedAndChangesNothing() {
        Instant good = Instant.parse("2026-01-02T03:04:05Z");
        session.expectAccepted(good);
        assertThatThrownBy(() -> session.expectAccepted(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(InvalidUpdateException.class);
        Profile profile = session.reduce(null, Update.of(ADA).set("a", 1).build());
        assertThat(profile.get("$created")).isEqualTo("2026-01-02T03:04:05");
    }
}
