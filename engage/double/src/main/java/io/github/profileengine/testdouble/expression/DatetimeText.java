package io.github.profileengine.testdouble.expression;

import io.github.profileengine.wire.TimeNumber;
import io.github.profileengine.wire.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to times in the years 0000 to 9999: strings as {@link TimeText} does, numbers as {@link TimeNumber}
 * does.
 */
final class DatetimeText {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long FIRST_SECOND = -62_167_219_200L;
    private static final long END_SECOND = 253_402_300_800L;

    private DatetimeText() {}

    /** An {@link Instant}; {@link Undefined} if the value is no time. */
    static Object parse(@Nullable Object value) {
        if (value instanceof Instant) {
            return value;
        } else if (value instanceof Number number) {
            return ofNumber(number);
        }
        return value instanceof String text ? ofText(text) : Undefined.UNDEFINED;
    }

    private static Object ofText(String text) {
        try {
            Instant time = TimeText.parse(text);
            return time == null ? Undefined.UNDEFINED : inRange(time);
        } catch (DateTimeException noSuchDay) {
            return Undefined.UNDEFINED;
        }
    }

    private static Object ofNumber(Number number) {
        try {
            return inRange(TimeNumber.of(number));
        } catch (ArithmeticException | DateTimeException farAway) {
            return Undefined.UNDEFINED;
        }
    }

    private static Object inRange(Instant time) {
        boolean isInRange = time.getEpochSecond() >= FIRST_SECOND && time.getEpochSecond() < END_SECOND;
        return isInRange ? time : Undefined.UNDEFINED;
    }

    /** The seconds since 1970. */
    static Object seconds(Instant time) {
        return Arithmetic.canonical(time.getEpochSecond() + time.getNano() / NANOS_PER_SECOND);
    }
}
