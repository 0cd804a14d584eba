package io.github.profileengine.location;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place as the automatic properties name it. A component is null if it is not known, and then writes no property.
 *
 * @param city for {@code $city}
 * @param region for {@code $region}
 * @param countryCode for {@code $country_code}, two letters
 * @param timezone for {@code $timezone}, a name such as {@code Europe/Berlin}
 */
public record Location(
        @Nullable String city,
        @Nullable String region,
        @Nullable String countryCode,
        @Nullable String timezone) {

    /** A place; {@code IllegalArgumentException} if a text holds an unpaired surrogate. */
    public Location {
        for (String text : new @Nullable String[] {city, region, countryCode, timezone}) {
            if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new IllegalArgumentException("a place with an unpaired surrogate in its name");
            }
        }
    }

    /** Whether nothing is known about this place. If a locator returns such a place, it counts as not found. */
    public boolean isUnknown() {
        return city == null && region == null && countryCode == null && timezone == null;
    }
}
