package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads {@code $time}. */
final class TimeField {

    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private TimeField() {}

    /**
     * The instant that a value denotes.
     *
     * @param value a canonical value, not null
     * @throws RejectedFieldException if the value is neither a number nor a string that denotes a time in the years
     *     0000 to 9999
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

    /** Whether a time can be written as text and read back. */
    static boolean isInRange(Instant time) {
        return time.getEpochSecond() >= FIRST_SECOND && time.getEpochSecond() <= LAST_SECOND;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof Number number) {
            return TimeNumber.of(number);
        }
        return value instanceof String text ? TimeText.parse(text) : null;
    }
}
