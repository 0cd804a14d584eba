package io.github.profileengine.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.ValueRange;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --now}: the texts that {@code $time} takes, an ISO date or date-time, UTC without a zone. */
final class InstantText implements ITypeConverter<Instant> {

    private static final ValueRange YEARS = ValueRange.of(0, 9999);
    private static final int DATE_LENGTH = "2026-01-31".length();

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 2)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Instant convert(String text) {
        try {
            TemporalAccessor parsed = FORMAT.parse(withLetter(text));
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            Instant instant = parsed.query(TemporalQueries.localDate())
                    .atTime(time == null ? LocalTime.MIDNIGHT : time)
                    .toInstant(offset == null ? ZoneOffset.UTC : offset);
            // An offset can lead out of the years that have four digits.
            YEARS.checkValidValue(instant.atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
            return instant;
        } catch (DateTimeException noTime) {
            throw new TypeConversionException("'" + text + "' is no instant such as 2026-01-31T12:00:00Z");
        }
    }

    /** A space between date and time reads as the letter T. */
    private static String withLetter(String text) {
        return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
    }
}
