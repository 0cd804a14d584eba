package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleOptions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random batches are worth something only if they reach the cases that they are for. */
class RandomBatchTest {
    private static final int BATCHES = 400;

    /** The rules that an update built in Java can reach; other rules are about JSON text. */
    private static final List<String> OF_RECORDS = List.of(
            "record-json-bad-number",
            "record-json-bad-text",
            "record-time-bad",
            "record-operator-missing",
            "record-operator-not-for-groups",
            "record-operand-bad-type",
            "record-operand-not-number",
            "record-operand-not-object",
            "record-operand-not-list",
            "record-operand-bare-text",
            "record-operand-conflict",
            "record-distinct_id-junk",
            "record-group_id-junk",
            "record-limit-property-bytes",
            "record-limit-object-keys",
            "record-limit-object-depth",
            "record-limit-properties");

    @Test
    void batches_fourHundred_meetEveryRuleOften() {
        Map<String, Integer> met = new HashMap<>();
        Random random = new Random(1);
        for (OracleOptions options : List.of(
                OracleOptions.DEFAULTS,
                OracleOptions.DEFAULTS.withStrict(),
                OracleOptions.DEFAULTS.withLimits(OracleProperties.SMALL),
                OracleOptions.DEFAULTS.withFlatten())) {
            for (int i = 0; i < BATCHES; i++) {
                new OracleReducer(new Oracle(options))
                        .newStore()
                        .apply(RandomBatch.batch(random))
                        .forEach(result ->
                                result.outcomes().forEach(outcome -> met.merge(outcome.rule(), 1, Integer::sum)));
            }
        }
        assertThat(met.keySet()).containsAll(OF_RECORDS);
        for (Operator operator : Operator.values()) {
            assertThat(Arrays.stream(Rule.values())
                            .map(Rule::ruleName)
                            .filter(rule -> rule.startsWith(operator.word() + "-")))
                    .allSatisfy(rule ->
                            assertThat(met.getOrDefault(rule, 0)).as(rule).isGreaterThan(4));
        }
    }
}
