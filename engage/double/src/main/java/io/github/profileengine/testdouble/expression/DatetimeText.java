package io.github.profileengine.testdouble.expression;

import io.github.profileengine.wire.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values as times: texts as {@link TimeText} reads them; numbers as seconds since 1970, from 1e11 in magnitude as
 * milliseconds. Years 0000 to 9999.
 */
final class DatetimeText {
    private static final double FIRST_MILLIS = 1e11;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double FIRST_SECOND = -62_167_219_200.0;
    private static final double END_SECOND = 253_402_300_800.0;

    private DatetimeText() {}

    /** An {@link Instant}, or {@link Undefined} for what is no time. */
    static Object parse(@Nullable Object value) {
        if (value instanceof Instant) {
            return value;
        } else if (value instanceof Number number) {
            return ofNumber(number.doubleValue());
        }
        return value instanceof String text ? ofText(text) : Undefined.UNDEFINED;
    }

    private static Object ofText(String text) {
        try {
            Instant time = TimeText.parse(text);
            return time == null ? Undefined.UNDEFINED : time;
        } catch (DateTimeException noSuchDay) {
            return Undefined.UNDEFINED;
        }
    }

    private static Object ofNumber(double number) {
        double seconds = Math.abs(number) < FIRST_MILLIS ? number : number / MILLIS_PER_SECOND;
        if (seconds < FIRST_SECOND || seconds >= END_SECOND) {
            return Undefined.UNDEFINED;
        }
        double whole = Math.floor(seconds);
        return Instant.ofEpochSecond((long) whole, Math.round((seconds - whole) * NANOS_PER_SECOND));
    }

    /** The seconds since 1970. */
    static Object seconds(Instant time) {
        return Arithmetic.canonical(time.getEpochSecond() + time.getNano() / NANOS_PER_SECOND);
    }
}
