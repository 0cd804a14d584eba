package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.value.CanonicalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads {@code $time}. */
final class TimeField {

    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** From this magnitude on a number counts milliseconds. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private TimeField() {}

    /**
     * The instant that a value means.
     *
     * @param value a canonical value, not null
     * @throws RejectedFieldException if it is neither a number nor a text of a time in the years 0000 to 9999
     */
    static Instant of(@Nullable Object value) throws RejectedFieldException {
        Instant time;
        try {
            time = instant(value);
        } catch (DateTimeException | ArithmeticException e) {
            time = null;
        }
        if (time == null || !isInRange(time)) {
            throw new RejectedFieldException(
                    Rule.RECORD_TIME_BAD,
                    "$time",
                    "neither a number nor an ISO date or date-time with seconds, in the years 0000 to 9999");
        }
        return time;
    }

    /** Whether a time can be written as a text that is read back. */
    static boolean isInRange(Instant time) {
        return time.getEpochSecond() >= FIRST_SECOND && time.getEpochSecond() <= LAST_SECOND;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof Long number) {
            return Math.abs(number / MILLISECONDS_FROM) == 0
                    ? Instant.ofEpochSecond(number)
                    : Instant.ofEpochMilli(number);
        } else if (value instanceof Double number) {
            return ofFraction(number);
        }
        return value instanceof String text ? TimeText.parse(text) : null;
    }

    /** Exact in the decimal digits of the number, then cut to nanoseconds towards the past. */
    private static Instant ofFraction(double number) {
        // Not BigDecimal.valueOf, whose digits are those of Double.toString and so differ between JDKs.
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
