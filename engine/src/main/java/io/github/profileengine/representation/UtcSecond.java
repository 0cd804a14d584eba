package io.github.profileengine.representation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the automatic properties show them: UTC, whole seconds, {@code YYYY-MM-DDTHH:MM:SS}, years 0000 to 9999.
 */
public final class UtcSecond {
    public static final long MIN = -62_167_219_200L;
    public static final long MAX = 253_402_300_799L;

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int LENGTH = FORM.length();
    // Updates of one batch mostly share their second. The pair is one immutable object, so a race only makes it again.
    private static volatile Shown last = new Shown(0, format(0));

    private UtcSecond() {}

    public static boolean isInRange(Instant instant) {
        return instant.getEpochSecond() >= MIN && instant.getEpochSecond() <= MAX;
    }

    /** The text of the second in which the instant lies. */
    public static String text(Instant instant) {
        long second = instant.getEpochSecond();
        Shown known = last;
        if (known.second == second) {
            return known.text;
        }
        String text = format(second);
        last = new Shown(second, text);
        return text;
    }

    private static String format(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        byte[] digits = new byte[LENGTH];
        two(digits, 0, time.getYear() / 100);
        two(digits, 2, time.getYear() % 100);
        digits[4] = '-';
        two(digits, 5, time.getMonthValue());
        digits[7] = '-';
        two(digits, 8, time.getDayOfMonth());
        digits[10] = 'T';
        two(digits, 11, time.getHour());
        digits[13] = ':';
        two(digits, 14, time.getMinute());
        digits[16] = ':';
        two(digits, 17, time.getSecond());
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] digits, int at, int number) {
        digits[at] = (byte) ('0' + number / 10);
        digits[at + 1] = (byte) ('0' + number % 10);
    }

    /** The instant that a value shows in exactly this form, or null. */
    public static @Nullable Instant parse(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() != LENGTH || !hasForm(text)) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        for (int at = 0; at < LENGTH; at++) {
            char due = FORM.charAt(at);
            char unit = text.charAt(at);
            if (due == '0' ? unit < '0' || unit > '9' : unit != due) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + digits.charAt(at) - '0';
        }
        return number;
    }

    private static final class Shown {
        final long second;
        final String text;

        Shown(long second, String text) {
            this.second = second;
            this.text = text;
        }
    }
}
