package io.github.profileengine.benchmark.apply;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads {@code $time}, and writes times as profiles show them. Times are seconds since 1970 in UTC. */
final class TreeTime {
    private static final double SECONDS_END = 1e11;
    private static final long FIRST = -62_167_219_200L;
    private static final long LAST = 253_402_300_799L;

    private TreeTime() {}

    static long seconds(@Nullable Object time) {
        long seconds;
        if (time instanceof Long number) {
            seconds = Math.abs((double) number) < SECONDS_END ? number : Math.floorDiv(number, 1000L);
        } else if (time instanceof Double number) {
            seconds = (long) Math.floor(Math.abs(number) < SECONDS_END ? number : number / 1000);
        } else if (time instanceof String text) {
            seconds = parsed(text);
        } else {
            throw new InvalidRecordException("$time, not a time");
        }
        if (seconds < FIRST || seconds > LAST) {
            throw new InvalidRecordException("$time, outside years 0000-9999");
        }
        return seconds;
    }

    private static long parsed(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            }
            String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(iso).toEpochSecond()
                    : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException bad) {
            throw new InvalidRecordException("$time, not a time");
        }
    }

    /** {@code YYYY-MM-DDTHH:MM:SS}, written by hand: a formatter would cost more than the rest of the update. */
    static String text(long seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        byte[] out = new byte[19];
        two(out, 0, time.getYear() / 100, '\0');
        two(out, 2, time.getYear() % 100, '-');
        two(out, 5, time.getMonthValue(), '-');
        two(out, 8, time.getDayOfMonth(), 'T');
        two(out, 11, time.getHour(), ':');
        two(out, 14, time.getMinute(), ':');
        two(out, 17, time.getSecond(), '\0');
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] out, int at, int value, char after) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
        if (after != '\0') {
            out[at + 2] = (byte) after;
        }
    }
}
