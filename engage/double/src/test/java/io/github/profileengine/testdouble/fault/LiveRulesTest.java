package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRulesTest {
    @Test
    void delays_addUpAndPausesToo() {
        LiveRules rules = LiveRules.of(FaultPlan.of(
                1,
                FaultRule.delay(Duration.ofMillis(20)),
                FaultRule.cutAfter(),
                FaultRule.delay(Duration.ofMillis(30)),
                FaultRule.status(500),
                FaultRule.slowBody(Duration.ofMillis(5))));

        Strike strike = rules.strike(Set::of);

        assertThat(strike.delay()).isEqualTo(Duration.ofMillis(50));
        assertThat(strike.pause()).isEqualTo(Duration.ofMillis(5));
        assertThat(strike.decisive()).isEqualTo(FaultRule.cutAfter());
        assertThat(strike.isPreventing()).isFalse();
    }

    @Test
    void probability_isThePartThatIsStruck() {
        LiveRules rules = LiveRules.of(FaultPlan.of(11, FaultRule.cutAfter().withProbability(0.3)));
        int struck = 0;
        for (int at = 0; at < 10_000; at++) {
            struck += rules.strike(Set::of).isHit() ? 1 : 0;
        }

        assertThat(struck).isBetween(2_800, 3_200);
    }

    @Test
    void times_ruleThatLosesToAnEarlierOne_keepsItsTimes() {
        LiveRules rules = LiveRules.of(FaultPlan.of(
                1, FaultRule.status(500).withTimes(1), FaultRule.status(501).withTimes(1)));

        assertThat(rules.strike(Set::of).decisive().status()).isEqualTo(500);
        assertThat(rules.strike(Set::of).decisive().status()).isEqualTo(501);
        assertThat(rules.strike(Set::of)).isEqualTo(Strike.NONE);
    }

    @Test
    void rule_draws_doNotHangOnOtherRules() {
        FaultRule half = FaultRule.delay(Duration.ofMillis(1)).withProbability(0.5);
        LiveRules alone = LiveRules.of(FaultPlan.of(5, half));
        LiveRules among =
                LiveRules.of(FaultPlan.of(5, half, FaultRule.cutAfter().withProbability(0.5)));
        for (int at = 0; at < 100; at++) {
            assertThat(among.strike(Set::of).rules().contains(half))
                    .isEqualTo(alone.strike(Set::of).isHit());
        }
    }
}
