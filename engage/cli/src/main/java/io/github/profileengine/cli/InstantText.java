package io.github.profileengine.cli;

import io.github.profileengine.wire.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts the value of {@code --now}. It takes the same texts as {@code $time}: an ISO date or date-time, in UTC if it
 * names no zone.
 */
final class InstantText implements ITypeConverter<Instant> {
    private static final int LAST_YEAR = 9999;

    @Override
    public Instant convert(String text) {
        Instant instant = instant(text);
        if (instant == null || !isOfFourDigits(instant.atOffset(ZoneOffset.UTC).getYear())) {
            throw new TypeConversionException("'" + text + "' is not a time such as 2026-01-31T12:00:00Z");
        }
        return instant;
    }

    // An offset can move the time out of these years.
    private static boolean isOfFourDigits(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return TimeText.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
