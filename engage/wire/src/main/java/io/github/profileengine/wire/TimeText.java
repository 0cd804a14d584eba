package io.github.profileengine.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time as text. The text is {@code YYYY-MM-DD}, or that with {@code T} or a space and {@code HH:MM:SS}. An
 * optional fraction of any number of digits may follow, then an optional {@code Z} or offset ({@code +HH:MM},
 * {@code +HHMM} or {@code +HH}). Without a zone the time is UTC. Digits beyond the nanosecond are cut off.
 */
public final class TimeText {

    private static final long SECONDS_PER_HOUR = 3600;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final int NOT_A_NUMBER = -1;

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    /**
     * The instant of a text; null if it has another form.
     *
     * @throws java.time.DateTimeException if it names a day that does not exist
     */
    public static @Nullable Instant parse(String text) {
        return new TimeText(text).instant();
    }

    private @Nullable Instant instant() {
        int year = number(4, 9999);
        int month = take('-') ? number(2, 12) : NOT_A_NUMBER;
        int day = take('-') ? number(2, 31) : NOT_A_NUMBER;
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        long midnight = LocalDate.of(year, month, day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        if (isAtEnd()) {
            return Instant.ofEpochSecond(midnight);
        }
        return take('T') || take(' ') ? timeOfDay(midnight) : null;
    }

    private @Nullable Instant timeOfDay(long midnight) {
        int hour = number(2, 23);
        int minute = take(':') ? number(2, 59) : NOT_A_NUMBER;
        int second = take(':') ? number(2, 59) : NOT_A_NUMBER;
        int nanos = take('.') ? fraction() : 0;
        if (hour < 0 || minute < 0 || second < 0 || nanos < 0) {
            return null;
        }
        long local = midnight + hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second;
        if (isAtEnd() || take('Z')) {
            return isAtEnd() ? Instant.ofEpochSecond(local, nanos) : null;
        }
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        long offset = offset();
        return sign == 0 || offset < 0 || !isAtEnd() ? null : Instant.ofEpochSecond(local - sign * offset, nanos);
    }

    private int fraction() {
        int nanos = 0;
        int digits = 0;
        for (; !isAtEnd() && isDigit(text.charAt(at)); at++, digits++) {
            if (digits < 9) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
        }
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return digits == 0 ? NOT_A_NUMBER : nanos;
    }

    private long offset() {
        int hours = number(2, 23);
        boolean colon = take(':');
        int minutes = colon || !isAtEnd() ? number(2, 59) : 0;
        return hours < 0 || minutes < 0 ? NOT_A_NUMBER : hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE;
    }

    private int number(int digits, int most) {
        int end = at + digits;
        if (end > text.length()) {
            return NOT_A_NUMBER;
        }
        int number = 0;
        for (; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return NOT_A_NUMBER;
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        return number <= most ? number : NOT_A_NUMBER;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean take(char c) {
        boolean there = !isAtEnd() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }
}
