package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DoubleClockTest {
    private static final Instant SYSTEM = Instant.parse("2026-05-04T12:00:00Z");

    private final DoubleClock clock = new DoubleClock(InstantSource.fixed(SYSTEM));

    @Test
    void clock_followsUntilStopped_andAgain() {
        assertThat(clock.instant()).isEqualTo(SYSTEM);
        clock.stopAt(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.isStopped()).isTrue();
        clock.follow();
        assertThat(clock.instant()).isEqualTo(SYSTEM);
        assertThat(clock.isStopped()).isFalse();
    }

    /** At any other time, an update without a time would fail. */
    @Test
    void clock_outsideTheYearsThatPropertiesTell_isRefused() {
        clock.stopAt(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThatThrownBy(() -> clock.stopAt(Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("years 0000 to 9999");
        assertThatThrownBy(() -> clock.stopAt(Instant.parse("-0001-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("years 0000 to 9999");
        assertThat(clock.instant()).isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    void advance_stopsIt() {
        assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(SYSTEM.plusSeconds(3_600));
        assertThat(clock.isStopped()).isTrue();
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a clock cannot be moved back: PT-1S");
    }
}
