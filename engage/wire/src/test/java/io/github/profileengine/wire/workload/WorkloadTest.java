package io.github.profileengine.wire.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Workload.MOST_PROFILES + 1})
    void of_profilesOutOfRange_isRefused(long profiles) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workload.of(profiles))
                .withMessage("profiles must be from 1 to 1099511627776, not " + profiles);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 10_001})
    void withProperties_outOfRangeOrTooFewForTheMix_isRefused(int properties) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workload.of(1).withProperties(properties))
                .withMessage("properties must be from 5 to 10000, not " + properties);
    }

    @Test
    void withProperties_oneForTheOnlyOperator_isTaken() {
        assertThat(Workload.of(1)
                        .withMix(OperatorMix.parse("add"))
                        .withProperties(1)
                        .properties())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
    void withSkew_outOfRange_isRefused(double skew) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workload.of(1).withSkew(skew))
                .withMessage("skew must be from 0 to 10.0, not " + skew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uD800"})
    void withToken_thatNoProjectHas_isRefused(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> Workload.of(1).withToken(token));
    }
}
