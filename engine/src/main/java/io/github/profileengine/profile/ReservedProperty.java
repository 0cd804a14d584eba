package io.github.profileengine.profile;

import java.util.Set;

/**
 * Names of properties with a documented meaning. They are ordinary properties: every operator may name them. Only
 * {@code $ip} is different: it is removed from updates, where it is an address to locate, and never stored.
 *
 * <p>Source: the reserved profile properties of the Engage reference and the defaults that the official SDKs send.
 */
public final class ReservedProperty {
    /** Email address. */
    public static final String EMAIL = "$email";

    /** Full name. */
    public static final String NAME = "$name";

    /** First name. */
    public static final String FIRST_NAME = "$first_name";

    /** Last name. */
    public static final String LAST_NAME = "$last_name";

    /** Phone number. */
    public static final String PHONE = "$phone";

    /** Address of a picture. */
    public static final String AVATAR = "$avatar";

    /** When the profile was created, UTC {@code YYYY-MM-DDTHH:MM:SS}. Written automatically. */
    public static final String CREATED = "$created";

    /** Time of the update that arrived last, UTC {@code YYYY-MM-DDTHH:MM:SS}. Written automatically. */
    public static final String LAST_SEEN = "$last_seen";

    /** City, from the update's location. */
    public static final String CITY = "$city";

    /** Region or state, from the update's location. */
    public static final String REGION = "$region";

    /** Two-letter country code, from the update's location. */
    public static final String COUNTRY_CODE = "$country_code";

    /** Time zone name, from the update's location. */
    public static final String TIMEZONE = "$timezone";

    /** List of revenue entries, {@code {"$amount", "$time", ...}} each. */
    public static final String TRANSACTIONS = "$transactions";

    /** {@code reverse_geocoding} if the location came from coordinates. */
    public static final String GEO_SOURCE = "$geo_source";

    private static final Set<String> KNOWN = Set.of(
            EMAIL,
            NAME,
            FIRST_NAME,
            LAST_NAME,
            PHONE,
            AVATAR,
            CREATED,
            LAST_SEEN,
            CITY,
            REGION,
            COUNTRY_CODE,
            TIMEZONE,
            TRANSACTIONS,
            GEO_SOURCE,
            "$distinct_id",
            "$username",
            "$mp_first_event_time",
            "$last_login",
            "$ip",
            "$os",
            "$browser",
            "$browser_version",
            "$initial_referrer",
            "$initial_referring_domain",
            "$lib_version",
            "$android_lib_version",
            "$android_os",
            "$android_os_version",
            "$android_app_version",
            "$android_app_version_code",
            "$android_manufacturer",
            "$android_brand",
            "$android_model",
            "$ios_lib_version",
            "$swift_lib_version",
            "$ios_version",
            "$ios_app_release",
            "$ios_app_version",
            "$ios_device_model",
            "$android_devices",
            "$ios_devices",
            "$unsubscribed",
            "$notifications");

    private ReservedProperty() {}

    /** Whether a name is reserved or a default of an official SDK; false for every name without {@code $}. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }
}
