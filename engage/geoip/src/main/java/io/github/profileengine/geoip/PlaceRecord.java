package io.github.profileengine.geoip;

import io.github.profileengine.location.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in one record of a database. Vendors use different layouts, so each part is searched under every
 * known name. The first name with a usable value wins.
 */
final class PlaceRecord {
    private static final List<String> CITY = List.of("city", "city_name");
    private static final List<String> REGION = List.of("subdivisions", "region", "region_name", "state1", "state");
    // Some vendors put the name of the country into "country", and its code into another field.
    private static final List<String> COUNTRY = List.of("country_code", "country_iso_code", "country");
    private static final List<String> TIMEZONE = List.of("timezone", "time_zone");
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern UTC_OFFSET = Pattern.compile("[+-][0-9:]+");

    private final Map<?, ?> record;

    private PlaceRecord(Map<?, ?> record) {
        this.record = record;
    }

    /** The place; empty if the record contains none. */
    static Optional<Location> location(@Nullable Object record) {
        return record instanceof Map<?, ?> map ? new PlaceRecord(map).location() : Optional.empty();
    }

    private Optional<Location> location() {
        Location location = new Location(name(CITY), name(REGION), countryCode(), timezone());
        return location.isUnknown() ? Optional.empty() : Optional.of(location);
    }

    private @Nullable String name(List<String> fields) {
        for (String field : fields) {
            String name = name(record.get(field));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /**
     * The name in a value: the value itself if it is a string, the English name if it is an object, or the name of the
     * first element if it is a list.
     */
    private static @Nullable String name(@Nullable Object value) {
        if (value instanceof List<?> places) {
            return places.isEmpty() || places.get(0) instanceof List ? null : name(places.get(0));
        }
        return value instanceof Map<?, ?> place ? text(nested(place, "names", "en")) : text(value);
    }

    private @Nullable String countryCode() {
        for (String field : COUNTRY) {
            Object value = record.get(field);
            String code = text(value instanceof Map<?, ?> country ? country.get("iso_code") : value);
            if (code != null && TWO_LETTERS.matcher(code).matches()) {
                return code.toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }

    private @Nullable String timezone() {
        String nested = zone(nested(record, "location", "time_zone"));
        for (int at = 0; nested == null && at < TIMEZONE.size(); at++) {
            nested = zone(record.get(TIMEZONE.get(at)));
        }
        return nested;
    }

    // An offset from UTC is no time zone, because it has no daylight saving time.
    private static @Nullable String zone(@Nullable Object value) {
        String zone = text(value);
        return zone == null || UTC_OFFSET.matcher(zone).matches() ? null : zone;
    }

    private static @Nullable Object nested(Map<?, ?> map, String outer, String inner) {
        return map.get(outer) instanceof Map<?, ?> found ? found.get(inner) : null;
    }

    // In flat layouts, each record has all fields, and unknown ones are "" or "-".
    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && !text.equals("-") ? text : null;
    }
}
