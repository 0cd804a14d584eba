package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The rules that are counted are those of the outcomes, whether anybody asked for outcomes or not. */
class DecidedRulesProperties extends ReducerLaws {
    private static final List<OracleOptions> OPTIONS = List.of(
            OracleOptions.PLAIN,
            OracleOptions.DEFAULTS.withStrict(),
            OracleOptions.DEFAULTS.withLimits(new OracleLimits(3, 4, 24, 2, 1, 4)));

    @Property
    void decided_anyUpdate_areTheRulesOfItsOutcomes(@ForAll("histories") List<OracleEntry> history) {
        for (OracleOptions options : OPTIONS) {
            Reducer reducer = new Reducer(EngineUpdates.options(options));
            ReducerSession silent = reducer.session();
            ReducerSession asked = reducer.session();
            Profile before = null;
            for (Update update : EngineUpdates.built(history)) {
                List<Outcome> outcomes = new ArrayList<>();
                Profile after = asked.reduce(before, update, outcomes);
                assertThat(silent.reduce(before, update)).isEqualTo(after);
                List<Rule> rules = outcomes.stream().map(Outcome::rule).toList();
                assertThat(rules(asked)).isEqualTo(rules);
                assertThat(rules(silent)).isEqualTo(rules);
                before = after;
            }
        }
    }

    private static List<Rule> rules(ReducerSession session) {
        List<Rule> rules = new ArrayList<>();
        for (int at = 0; at < session.decided().size(); at++) {
            rules.add(session.decided().rule(at));
        }
        return rules;
    }

    /** An update that is rejected from outside, after it was accepted, has one rule and one outcome. */
    @Property
    void reject_anyAcceptedUpdate_leavesOneRule(@ForAll("histories") List<OracleEntry> history) {
        Rejection reason = Rejection.of(Rule.RECORD_BOUND_BYTES, "profiles", "no room");
        ReducerSession session = new Reducer(EngineUpdates.options(OracleOptions.PLAIN)).session();
        for (Update update : EngineUpdates.built(history)) {
            List<Outcome> outcomes = new ArrayList<>();
            session.reduce(null, update, outcomes);
            session.reject(reason, outcomes);
            assertThat(session.rejection()).isEqualTo(reason);
            assertThat(rules(session)).containsExactly(Rule.RECORD_BOUND_BYTES);
            assertThat(outcomes).containsExactly(reason.outcome());
            session.reduce(null, update);
            session.reject(reason, null);
            assertThat(rules(session)).containsExactly(Rule.RECORD_BOUND_BYTES);
        }
    }
}
