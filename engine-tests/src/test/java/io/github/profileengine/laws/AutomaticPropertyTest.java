package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Automatic properties behave alike, however the engine stores times: tries every operator with every edge value on
 * each edge value.
 */
class AutomaticPropertyTest {
    private static final List<String> OPERATORS =
            List.of("$set", "$set_once", "$merge", "$add", "$union", "$append", "$remove", "$unset", "$delete");
    private static final List<Object> TIMES = List.of(
            "2024-02-29T12:00:00",
            "0000-01-01T00:00:00",
            "9999-12-31T23:59:59",
            "1969-12-31T23:59:59",
            "2023-02-29T12:00:00",
            "2024-02-29T24:00:00",
            "2024-02-29T12:00:60",
            "2024-02-29T12:00:00Z",
            "2024-02-29 12:00:00",
            "2024-02-29T12:00:0",
            "+024-02-29T12:00:00",
            "-001-02-29T12:00:00",
            "\uff12024-02-29T12:00:00");

    @ParameterizedTest
    @CsvSource({"$created, true", "$created, false", "$last_seen, true", "$last_seen, false", "plain, true"})
    void operators_onEveryEdgeValue_agreeWithTheOracle(String name, boolean ignoreTime) {
        List<Object> values = new ArrayList<>(EdgeValues.ALL);
        values.addAll(TIMES);
        ReducerUnderTest engine = new EngineReducer(OracleOptions.DEFAULTS);
        ReducerUnderTest oracle = new OracleReducer(new Oracle(OracleOptions.DEFAULTS));
        for (Object stored : values) {
            Map<String, Object> before = new LinkedHashMap<>(Map.of("other", 1));
            before.put(name, stored);
            for (String operator : OPERATORS) {
                for (Object operand : values) {
                    OracleUpdate update = update(operator, name, operand).flagged(false, ignoreTime);
                    agree(engine, oracle, before, update);
                }
            }
        }
    }

    private static OracleUpdate update(String operator, String name, Object operand) {
        Object whole = operator.equals("$unset") ? List.of(name) : Collections.singletonMap(name, operand);
        return OracleUpdate.of(ReducerLaws.ID, Map.of(operator, whole)).at(Instant.parse("2024-02-29T12:00:00.5Z"));
    }

    private static void agree(
            ReducerUnderTest engine, ReducerUnderTest oracle, Map<String, Object> before, OracleUpdate update) {
        ReducerUnderTest.Step actual = engine.reduce(engine.state(ReducerLaws.ID, before), update);
        ReducerUnderTest.Step expected = oracle.reduce(oracle.state(ReducerLaws.ID, before), update);
        assertThat(actual.outcomes()).as("%s on %s", update, before).isEqualTo(expected.outcomes());
        assertThat(actual.after() == null ? null : engine.read(actual.after()))
                .as("%s on %s", update, before)
                .isEqualTo(expected.after() == null ? null : oracle.read(expected.after()));
    }
}
