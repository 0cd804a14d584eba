package io.github.profileengine.reducer;

import io.github.profileengine.location.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What an update says about the place it comes from. Updates that say nothing share one instance.
 *
 * @param ip the address to locate, {@code "0"} for none
 * @param coordinates the coordinates to locate
 * @param location the location found at acceptance
 */
record Whereabouts(
        @Nullable String ip,
        @Nullable Coordinates coordinates,
        @Nullable ResolvedLocation location) {
    static final Whereabouts UNKNOWN = new Whereabouts(null, null, null);

    /** As the update came, before its location is looked up. */
    static Whereabouts of(@Nullable String ip, @Nullable Coordinates coordinates) {
        return ip == null && coordinates == null ? UNKNOWN : new Whereabouts(ip, coordinates, null);
    }

    /** The same with an address, unless there is one already; null stands for no address. */
    Whereabouts withRequestIp(@Nullable String address) {
        return ip != null || address == null ? this : new Whereabouts(address, coordinates, location);
    }

    /** The same with the location that was found; null if none was found. */
    Whereabouts located(@Nullable ResolvedLocation found) {
        return found == location ? this : new Whereabouts(ip, coordinates, found);
    }
}
