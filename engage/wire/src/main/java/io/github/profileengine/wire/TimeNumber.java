package io.github.profileengine.wire;

import io.github.profileengine.value.CanonicalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Reads a time as a number: seconds since 1970, or milliseconds if the absolute value is at least 100,000,000,000. */
public final class TimeNumber {
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private TimeNumber() {}

    /**
     * The instant of a canonical number. A fraction is read exactly from the decimal digits of the number, then cut to
     * nanoseconds towards the past.
     *
     * @throws ArithmeticException if the time is far beyond the years 0000 to 9999
     * @throws java.time.DateTimeException if the time is beyond the range of instants
     */
    public static Instant of(Number number) {
        if (number instanceof Long integer) {
            return Math.abs(integer / MILLISECONDS_FROM) == 0
                    ? Instant.ofEpochSecond(integer)
                    : Instant.ofEpochMilli(integer);
        }
        return ofFraction(number.doubleValue());
    }

    private static Instant ofFraction(double number) {
        // BigDecimal.valueOf would use the digits of Double.toString, which differ between JDKs.
        BigDecimal decimal = new BigDecimal(CanonicalText.of(number));
        BigDecimal seconds = Math.abs(number) < MILLISECONDS_FROM ? decimal : decimal.movePointLeft(3);
        if (seconds.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 10)) > 0) {
            throw new ArithmeticException("far beyond the years 0000 to 9999");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole)
                .multiply(NANOS_PER_SECOND)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }
}
