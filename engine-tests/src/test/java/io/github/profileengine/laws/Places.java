package io.github.profileengine.laws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The fixed world of the store tests: one clock reading, and a few places known by address or coordinates. */
public final class Places {
    public static final Instant CLOCK = Instant.parse("2025-06-07T08:09:10.5Z");

    /** Keyed as the model expects it: by address text, or by latitude and longitude. */
    public static final Map<Object, Map<String, Object>> TABLE = Map.of(
            "10.0.0.1",
            place("Oslo", "Oslo", "NO", "Europe/Oslo"),
            "10.1.0.1",
            Map.of("$country_code", "SE"),
            "2001:db8::1",
            place("Kyoto", "Kyoto", "JP", "Asia/Tokyo"),
            List.of(1.5, 1.5),
            place("Here", "There", "XX", "Etc/UTC"),
            List.of(2.0, 2.0),
            Map.of());

    private Places() {}

    private static Map<String, Object> place(String city, String region, String country, String zone) {
        return Map.of("$city", city, "$region", region, "$country_code", country, "$timezone", zone);
    }
}
