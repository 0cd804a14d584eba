package io.github.profileengine.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SEMANTICS sections 3 and 7: turns a record's JSON text into an update, or into the rejection that comes before
 * operands are checked.
 */
public final class OracleRecords {
    private static final Set<String> FIELDS = Set.of(
            "$token",
            "$distinct_id",
            "$group_key",
            "$group_id",
            "$time",
            "$ignore_time",
            "$ignore_alias",
            "$ip",
            "$latitude",
            "$longitude",
            "$device_id",
            "$user_id",
            "$had_persisted_distinct_id",
            "$mp_metadata");
    private static final List<Object> TRUTHY = List.of(true, 1L, "1", "true");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)"
                    + "(Z|[+-]([01]\\d|2[0-3])(?::?([0-5]\\d))?)?");
    private static final BigDecimal SECONDS_BELOW = new BigDecimal("1e11");

    private OracleRecords() {}

    /** Text that is not JSON throws {@link IllegalArgumentException}. */
    public static OracleUpdate update(String text, boolean strict) {
        OracleJson.Read read = OracleJson.read(text);
        check(read.value() instanceof Map, "record-json-not-object", "record");
        check(text.getBytes(StandardCharsets.UTF_8).length <= 1_048_576, "record-json-too-large", "record");
        check(read.depth() <= 100, "record-json-too-deep", "record");
        check(!read.numberTooLong(), "record-json-number-too-long", "record");
        OracleValues.canonical(read.value());
        Map<String, Object> record = OracleValues.object(read.value());
        OracleUpdate update = update(record);
        if (strict && read.repeatedName()) {
            OracleValidation.operands(update, true);
            throw new OracleRejection("record-json-repeated-name", "record");
        }
        return update;
    }

    private static OracleUpdate update(Map<String, Object> record) {
        String token = name(record, "token");
        OracleId target = target(record, token);
        Instant time = time(record.get("$time"));
        Map<String, Object> operands = new LinkedHashMap<>();
        record.forEach((field, value) -> {
            if (Oracle.ORDER.contains(field)) {
                operands.put(field, value);
            } else if (field.startsWith("$") && !FIELDS.contains(field)) {
                check(!(value instanceof Map || value instanceof List), "record-operator-unknown", field);
            }
        });
        Object ip = record.get("$ip");
        boolean located = record.get("$latitude") instanceof Number && record.get("$longitude") instanceof Number;
        return OracleUpdate.of(target, operands)
                .at(time)
                .flagged(truthy(record, "$ignore_alias"), truthy(record, "$ignore_time"))
                .from(
                        Long.valueOf(0).equals(ip) ? "0" : ip instanceof String address ? address : null,
                        located ? ((Number) record.get("$latitude")).doubleValue() : null,
                        located ? ((Number) record.get("$longitude")).doubleValue() : null);
    }

    private static boolean truthy(Map<String, Object> record, String field) {
        return record.get(field) != null && TRUTHY.contains(record.get(field));
    }

    private static OracleId target(Map<String, Object> record, String token) {
        if (record.containsKey("$group_key") || record.containsKey("$group_id")) {
            String key = name(record, "group_key");
            String id = id(record, "group_id");
            check(!record.containsKey("$distinct_id"), "record-distinct_id-on-group", "$distinct_id");
            return OracleId.group(token, key, id);
        }
        return OracleId.user(token, id(record, "distinct_id"));
    }

    private static String name(Map<String, Object> record, String field) {
        Object value = record.get("$" + field);
        check(value != null && !value.equals(""), "record-" + field + "-missing", "$" + field);
        check(value instanceof String, "record-" + field + "-not-text", "$" + field);
        return (String) value;
    }

    private static String id(Map<String, Object> record, String field) {
        Object value = record.get("$" + field);
        check(value != null && !value.equals(""), "record-" + field + "-missing", "$" + field);
        boolean fits = value instanceof String || value instanceof Long || value instanceof Boolean;
        check(fits, "record-" + field + "-bad-type", "$" + field);
        return value.toString();
    }

    private static Instant time(Object value) {
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof Number) {
                BigDecimal number = OracleJson.exact(value);
                boolean seconds = number.abs().compareTo(SECONDS_BELOW) < 0;
                BigDecimal exact = seconds ? number : number.movePointLeft(3);
                BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
                long nanos = exact.subtract(whole).movePointRight(9).longValue();
                return inRange(Instant.ofEpochSecond(whole.longValueExact(), nanos));
            } else if (value instanceof String text) {
                return inRange(textTime(text));
            }
        } catch (ArithmeticException | DateTimeException e) {
            throw new OracleRejection("record-time-bad", "$time");
        }
        throw new OracleRejection("record-time-bad", "$time");
    }

    private static Instant textTime(String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        Matcher parts = DATE_TIME.matcher(text);
        check(parts.matches(), "record-time-bad", "$time");
        String digits = parts.group(2).replaceFirst("(\\.\\d{9})\\d+", "$1");
        Instant local = LocalDateTime.parse(parts.group(1) + "T" + digits).toInstant(ZoneOffset.UTC);
        if (parts.group(4) == null) {
            return local;
        }
        int minutes = Integer.parseInt(parts.group(4)) * 60;
        minutes += parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        return local.minusSeconds((parts.group(3).charAt(0) == '-' ? -60L : 60L) * minutes);
    }

    private static Instant inRange(Instant time) {
        boolean fits = !time.isBefore(OracleValidation.FIRST_TIME) && time.isBefore(OracleValidation.END_OF_TIME);
        check(fits, "record-time-bad", "$time");
        return time;
    }

    private static void check(boolean fine, String rule, String field) {
        if (!fine) {
            throw new OracleRejection(rule, field);
        }
    }
}
