package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
    private static FaultPlan parse(String json) {
        FaultPlan plan = FaultPlan.parse(json.getBytes(StandardCharsets.UTF_8));
        assertThat(FaultPlan.parse(json)).isEqualTo(plan);
        return plan;
    }

    @Test
    void parse_everyMember_readsIt() {
        FaultPlan plan = parse("""
                {"seed": 7,
                 "rules": [
                   {"kind": "status", "status": 429, "retry_after_seconds": 2, "token": "shop", "probability": 0.5,
                    "times": 3},
                   {"kind": "delay", "millis": 200, "token": null},
                   {"kind": "cut_before"}, {"kind": "cut_after"}, {"kind": "cut_inside", "probability": 1},
                   {"kind": "slow_body", "millis": 50}],
                 "redelivery": {"token": "shop", "duplicate": 0.1, "drop": 0.2, "reorder": 0.3, "window": 5,
                   "delay": 0.4, "delay_updates": 20}}""");

        assertThat(plan)
                .isEqualTo(FaultPlan.of(
                                7,
                                FaultRule.status(429)
                                        .withRetryAfterSeconds(2)
                                        .withToken("shop")
                                        .withProbability(0.5)
                                        .withTimes(3),
                                FaultRule.delay(Duration.ofMillis(200)),
                                FaultRule.cutBefore(),
                                FaultRule.cutAfter(),
                                FaultRule.cutInside(),
                                FaultRule.slowBody(Duration.ofMillis(50)))
                        .withRedelivery(new RedeliveryPlan("shop", 0.1, 0.2, 0.3, 5, 0.4, 20)));
    }

    @Test
    void parse_nothing_isNoFault() {
        assertThat(parse("{}")).isEqualTo(FaultPlan.NONE);
        assertThat(parse("{\"redelivery\":{}}").redelivery()).isEqualTo(RedeliveryPlan.CLEAN);
        assertThat(FaultPlan.NONE.json()).isEqualTo("{\"rules\":[],\"seed\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|json, not an object",
                "{\"seeds\":1}|seeds, unknown; known are redelivery, rules, seed",
                "{\"seed\":1.5}|seed, not an integer",
                "{\"rules\":{}}|rules, not a list",
                "{\"rules\":[3]}|rules[0], not an object",
                "{\"rules\":[{}]}|rules[0].kind, not one of status, delay, cut_before, cut_after, cut_inside",
                "{\"rules\":[{\"kind\":\"CUT_AFTER\"}]}|rules[0].kind, not one of",
                "{\"rules\":[{\"kind\":7}]}|rules[0].kind, not a text",
                "{\"rules\":[{\"kind\":\"cut_after\"},{\"kind\":\"status\"}]}|rules[1].status, missing",
                "{\"rules\":[{\"kind\":\"status\",\"status\":200}]}|rules[0].status, not 400 to 599",
                "{\"rules\":[{\"kind\":\"cut_after\",\"status\":500}]}|rules[0].status, not for the kind cut_after",
                "{\"rules\":[{\"kind\":\"delay\"}]}|rules[0].millis, missing or 0",
                "{\"rules\":[{\"kind\":\"delay\",\"millis\":3600001}]}|rules[0].millis, not an integer",
                "{\"rules\":[{\"kind\":\"cut_after\",\"millis\":1}]}|rules[0].millis, not for the kind cut_after",
                "{\"rules\":[{\"kind\":\"delay\",\"millis\":1,\"retry_after_seconds\":1}]}"
                        + "|rules[0].retry_after_seconds, not for the kind delay",
                "{\"rules\":[{\"kind\":\"cut_after\",\"probability\":1.1}]}|rules[0].probability, not 0 to 1",
                "{\"rules\":[{\"kind\":\"cut_after\",\"probability\":\"1\"}]}|rules[0].probability, not a number",
                "{\"rules\":[{\"kind\":\"cut_after\",\"times\":-1}]}|rules[0].times, not an integer",
                "{\"rules\":[{\"kind\":\"cut_after\",\"token\":\"\"}]}|rules[0].token, empty",
                "{\"rules\":[{\"kind\":\"cut_after\",\"time\":1}]}|rules[0].time, unknown",
                "{\"redelivery\":[]}|redelivery, not an object",
                "{\"redelivery\":{\"drop\":-0.1}}|redelivery.drop, not 0 to 1",
                "{\"redelivery\":{\"drop\":0.6,\"delay\":0.6}}|redelivery.duplicate, with drop",
                "{\"redelivery\":{\"window\":0}}|redelivery.window, not an integer from 1 to 10000",
                "{\"redelivery\":{\"reorders\":0}}|redelivery.reorders, unknown",
            })
    void parse_wrongMember_isNamed(String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "nul"})
    void parse_noJson_saysSo(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("json, ");
    }

    @Test
    void redelivery_probabilitiesThatAddUpToOne_areTaken() {
        RedeliveryPlan plan = RedeliveryPlan.CLEAN
                .withDuplicate(0.1)
                .withDrop(0.2)
                .withReorder(0.3, 2)
                .withDelay(0.4, 3);

        assertThat(plan.kind(0.05)).isEqualTo(DisturbanceKind.DUPLICATE);
        assertThat(plan.kind(0.15)).isEqualTo(DisturbanceKind.DROP);
        assertThat(plan.kind(0.35)).isEqualTo(DisturbanceKind.REORDER);
        assertThat(plan.kind(0.95)).isEqualTo(DisturbanceKind.DELAY);
        assertThat(RedeliveryPlan.CLEAN.kind(0)).isNull();
    }
}
