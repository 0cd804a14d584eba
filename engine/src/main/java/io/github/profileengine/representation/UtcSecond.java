package io.github.profileengine.representation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the automatic properties show them: UTC, whole seconds, {@code YYYY-MM-DDTHH:MM:SS}, years 0000 to 9999.
 */
public final class UtcSecond {
    public static final long MIN = -62_167_219_200L;
    public static final long MAX = 253_402_300_799L;

    /** What {@link #epochSecond} returns for other texts. */
    public static final long NONE = Long.MIN_VALUE;

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int LENGTH = FORM.length();
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int REMEMBERED = 64;
    // Updates of one batch mostly have the same second. With a single place, writers at different seconds would evict
    // each other's at every update. Plain elements: they are immutable, so a race only makes one again.
    private static final Shown[] BY_SECOND = new Shown[REMEMBERED];
    private static final Shown[] BY_TEXT = new Shown[REMEMBERED];
    // The one made last.
    private static Shown latest = shown(0, digitsOfDay(0));

    static {
        Arrays.fill(BY_SECOND, latest);
        Arrays.fill(BY_TEXT, latest);
    }

    private UtcSecond() {}

    public static boolean isInRange(Instant instant) {
        return instant.getEpochSecond() >= MIN && instant.getEpochSecond() <= MAX;
    }

    /** The text of the second in which the instant lies. */
    public static String text(Instant instant) {
        return text(instant.getEpochSecond());
    }

    /** The text of a second since 1970. */
    public static String text(long second) {
        int place = (int) second & REMEMBERED - 1;
        Shown known = BY_SECOND[place];
        if (known.second == second) {
            return known.text;
        }
        Shown shown = shown(second, digitsOfDayOf(second));
        latest = shown;
        BY_SECOND[place] = shown;
        BY_TEXT[place(shown.text)] = shown;
        return shown.text;
    }

    // By its last two digits, which are different for all texts of a minute: faster than a hash of the whole text.
    private static int place(String text) {
        return text.charAt(LENGTH - 2) * 10 + text.charAt(LENGTH - 1) & REMEMBERED - 1;
    }

    // Mostly it is the same day as before: dates cost more than times.
    private static byte[] digitsOfDayOf(long second) {
        Shown before = latest;
        long day = dayOf(second);
        return day == dayOf(before.second) ? before.digits.clone() : digitsOfDay(day);
    }

    private static long dayOf(long epochSecond) {
        return Math.floorDiv(epochSecond, SECONDS_OF_DAY);
    }

    private static byte[] digitsOfDay(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        byte[] digits = FORM.getBytes(StandardCharsets.ISO_8859_1);
        two(digits, 0, date.getYear() / 100);
        two(digits, 2, date.getYear() % 100);
        two(digits, 5, date.getMonthValue());
        two(digits, 8, date.getDayOfMonth());
        return digits;
    }

    // Takes over the digits, which show any second of the same day.
    private static Shown shown(long epochSecond, byte[] digits) {
        int ofDay = Math.floorMod(epochSecond, SECONDS_OF_DAY);
        two(digits, 11, ofDay / 3_600);
        two(digits, 14, ofDay / 60 % 60);
        two(digits, 17, ofDay % 60);
        return new Shown(epochSecond, new String(digits, StandardCharsets.ISO_8859_1), digits);
    }

    private static void two(byte[] digits, int at, int number) {
        digits[at] = (byte) ('0' + number / 10);
        digits[at + 1] = (byte) ('0' + number % 10);
    }

    /** The instant that a value shows in exactly this form, or null. */
    public static @Nullable Instant parse(@Nullable Object value) {
        long second = value instanceof String text ? epochSecond(text) : NONE;
        return second == NONE ? null : Instant.ofEpochSecond(second);
    }

    /** The second since 1970 that a text shows in exactly this form, or {@link #NONE}. Allocates nothing. */
    public static long epochSecond(String text) {
        if (text.length() != LENGTH) {
            return NONE;
        }
        Shown known = BY_TEXT[place(text)];
        if (known.text == text) {
            return known.second;
        }
        return hasForm(text) ? epochSecondOfForm(text) : NONE;
    }

    private static long epochSecondOfForm(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1
                || month > 12
                || day < 1
                || day > daysOf(year, month)
                || hour > 23
                || minute > 59
                || second > 59) {
            return NONE;
        }
        return epochDay(year, month, day) * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? leap ? 29 : 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    // Years begin in March here, so that the leap day is the last of a year; 719,468 days lie before 1970.
    private static long epochDay(int year, int month, int day) {
        int shifted = year - (month < 3 ? 1 : 0);
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
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
        final byte[] digits;

        Shown(long second, String text, byte[] digits) {
            this.second = second;
            this.text = text;
            this.digits = digits;
        }
    }
}
