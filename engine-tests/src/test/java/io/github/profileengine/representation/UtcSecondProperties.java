package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class UtcSecondProperties {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    // The second text is made while the first one's day is remembered: the same day, the next, or the one before.
    @Property(tries = 500)
    void text_secondAfterAnother_isTheFormOfThePlatform(
            @ForAll @LongRange(min = UtcSecond.MIN, max = UtcSecond.MAX) long second,
            @ForAll @IntRange(min = -90_000, max = 90_000) int step) {
        long near = Math.max(UtcSecond.MIN, Math.min(UtcSecond.MAX, second + step));
        String first = UtcSecond.text(second);
        assertThat(UtcSecond.text(near)).isEqualTo(FORM.format(Instant.ofEpochSecond(near)));
        assertThat(first).isEqualTo(FORM.format(Instant.ofEpochSecond(second)));
        assertThat(UtcSecond.epochSecond(first)).isEqualTo(second);
    }

    // Writers at different seconds, for example of two simulations, must not get each other's text.
    @Property(tries = 50)
    void text_twoSecondsInTurn_areMadeOnce(
            @ForAll @LongRange(min = UtcSecond.MIN, max = UtcSecond.MAX - 63) long second,
            @ForAll @IntRange(min = 1, max = 63) int step) {
        String first = UtcSecond.text(second);
        String other = UtcSecond.text(second + step);
        assertThat(UtcSecond.text(second)).isSameAs(first);
        assertThat(UtcSecond.text(second + step)).isSameAs(other);
    }
}
