package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FaultPlanProperties {
    @Property
    void json_ofAnyPlan_readsBackTheSame(@ForAll("plans") FaultPlan plan) {
        assertThat(FaultPlan.parse(plan.json().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plan);
    }

    @Provide
    Arbitrary<FaultPlan> plans() {
        Arbitrary<Integer> millis = Arbitraries.integers().between(1, 3_600_000);
        Arbitrary<FaultRule> kinds = Arbitraries.oneOf(
                Arbitraries.integers().between(400, 599).map(FaultRule::status),
                Combinators.combine(
                                Arbitraries.integers().between(400, 599),
                                Arbitraries.integers().between(0, 86_400))
                        .as((status, seconds) -> FaultRule.status(status).withRetryAfterSeconds(seconds)),
                millis.map(Duration::ofMillis).map(FaultRule::delay),
                millis.map(Duration::ofMillis).map(FaultRule::slowBody),
                Arbitraries.of(FaultRule.cutBefore(), FaultRule.cutAfter(), FaultRule.cutInside()));
        Arbitrary<FaultRule> rules = Combinators.combine(
                        kinds, tokens(), part(1), Arbitraries.longs().greaterOrEqual(0))
                .as((rule, token, part, times) ->
                        rule.withToken(token).withProbability(part).withTimes(times));
        Arbitrary<Integer> distances = Arbitraries.integers().between(1, 10_000);
        Arbitrary<RedeliveryPlan> redeliveries = Combinators.combine(
                        tokens(), part(0.25), part(0.25), part(0.25), distances, part(0.25), distances)
                .as(RedeliveryPlan::new);
        return Combinators.combine(Arbitraries.longs(), rules.list().ofMaxSize(4), redeliveries.injectNull(0.3))
                .as((Long seed, List<FaultRule> all, RedeliveryPlan redelivery) ->
                        new FaultPlan(seed, all, redelivery));
    }

    private static Arbitrary<Double> part(double most) {
        return Arbitraries.doubles().between(0, most).ofScale(6);
    }

    private static Arbitrary<String> tokens() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8).injectNull(0.5);
    }
}
