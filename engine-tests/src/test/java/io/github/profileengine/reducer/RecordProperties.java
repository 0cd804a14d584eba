package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L4, L57 and M2: one record with all its operators. */
public class RecordProperties extends ReducerLaws {
    private static final List<String> ORDER =
            List.of("$set", "$set_once", "$merge", "$add", "$union", "$append", "$remove", "$unset", "$delete");
    private static final OracleLimits SMALL = new OracleLimits(3, 4, 24, 2, 1, 2);

    @Property
    void l4_aRecordThatNamesOnePropertyLeavesTheOthers(@ForAll("scenes") Scene s) {
        String named = anyName(s);
        OracleUpdate update = RandomUpdates.keeping(random(s), List.of(named), List.of(ID));
        Map<String, Object> before = s.p() == null ? Map.of() : s.p();
        Map<String, Object> after = new LinkedHashMap<>(read(ap(before, update)));
        after.remove(named);
        Map<String, Object> expected = new LinkedHashMap<>(before);
        expected.remove(named);
        assertThat(after).isEqualTo(canonical(expected));
    }

    @Property
    void l4_everyOperatorOnOnePropertyLeavesTheOthers(@ForAll("scenes") Scene s) {
        String named = anyName(s);
        for (Object operand : listOf(s.a(), s.n(), s.xs(), s.o())) {
            for (String operator : ORDER.subList(0, 7)) {
                Map<String, Object> after = new LinkedHashMap<>(
                        read(ap(s.with(named, s.b()), update(operator, Collections.singletonMap(named, operand)))));
                after.remove(named);
                assertThat(after).isEqualTo(canonical(s.p() == null ? Map.of() : s.without(named)));
            }
        }
    }

    /** Any of the names: naive code turns one of two similar names into the other, but not the other way round. */
    private static String anyName(Scene s) {
        return s.names().get(Math.floorMod(s.seed(), s.names().size()));
    }

    @Property
    void l4_emptyOperandsChangeNoProperty(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.p() == null ? Map.of() : s.p();
        for (String operator : ORDER.subList(0, 8)) {
            unchanged(before, update(operator, operator.equals("$unset") ? List.of() : Map.of()));
            unchanged(before, update(operator, List.of()));
        }
    }

    @Property
    void l57_aRejectedRecordChangesNothing(@ForAll("histories") List<OracleEntry> history) {
        for (OracleOptions options : List.of(
                OracleOptions.DEFAULTS,
                OracleOptions.DEFAULTS.withStrict(),
                OracleOptions.DEFAULTS.withLimits(SMALL))) {
            ReducerUnderTest reducer = subject(options);
            Object state = null;
            for (OracleEntry entry : history) {
                ReducerUnderTest.Step step = reducer.reduce(state, (OracleUpdate) entry);
                if (step.rejection() != null) {
                    assertThat(step.after() == null ? null : reducer.read(step.after()))
                            .isEqualTo(state == null ? null : reducer.read(state));
                }
                state = step.after();
            }
        }
    }

    @Property
    void l57_aBadLastOperatorUndoesTheFirst(@ForAll("scenes") Scene s) {
        OracleUpdate bad = set(s.k(), s.a()).and("$append", Map.of(s.j(), "x")).and("$unset", 7);
        unchanged(s.p(), bad);
        assertThat(outcome(s.p(), bad)).isEqualTo("REJECTED record-operand-bad-type");
    }

    @Property
    void l57_aLimitFoundAtTheEndUndoesAll(@ForAll("scenes") Scene s) {
        ReducerUnderTest reducer = subject(OracleOptions.PLAIN.withLimits(new OracleLimits(255, 255, 40, 9, 9, 99)));
        Object before = reducer.state(ID, Map.of("k", List.of("0123456789", "0123456789"), "n", 1));
        Object stays = reducer.read(before);
        OracleUpdate tooLong = add("n", 1, s.k(), s.n()).and("$append", Map.of("k", "01234567890"));
        ReducerUnderTest.Step step = reducer.reduce(before, tooLong);
        assertThat(step.rejection()).isEqualTo("record-limit-property-bytes");
        assertThat(reducer.read(step.after())).isEqualTo(stays);
        assertThat(reducer.read(before)).isEqualTo(stays);
    }

    @Property
    void m2_severalOperatorsAreSeparateUpdatesInTheDocumentedOrder(@ForAll("scenes") Scene s) {
        Random random = random(s);
        OracleUpdate all = RandomUpdates.plain(random, s.names(), List.of(ID));
        for (int i = 0; i < 4; i++) {
            OracleUpdate more = RandomUpdates.plain(random, s.names(), List.of(ID));
            for (Map.Entry<String, Object> operand : more.operands().entrySet()) {
                all = all.and(operand.getKey(), operand.getValue());
            }
        }
        if (subject(OracleOptions.PLAIN).reduce(state(s.p()), all).rejection() != null) {
            return;
        }
        same(ap(s.p(), shuffled(all, random)), ap(s.p(), separate(all)));
    }

    private static OracleUpdate[] separate(OracleUpdate update) {
        return ORDER.stream()
                .filter(update.operands()::containsKey)
                .map(operator -> update(operator, update.operands().get(operator)))
                .toArray(OracleUpdate[]::new);
    }

    private static OracleUpdate shuffled(OracleUpdate update, Random random) {
        List<String> operators = new ArrayList<>(update.operands().keySet());
        Collections.shuffle(operators, random);
        OracleUpdate shuffled = OracleUpdate.of(ID, Map.of());
        for (String operator : operators) {
            shuffled = shuffled.and(operator, update.operands().get(operator));
        }
        return shuffled;
    }
}
