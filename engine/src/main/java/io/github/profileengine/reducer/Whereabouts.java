package io.github.profileengine.reducer;

import io.github.profileengine.location.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What an update says of the place it comes from. Those that say nothing share one.
 *
 * @param ip the address to locate, {@code "0"} for none
 * @param coordinates the coordinates to locate
 * @param location what was found at acceptance
 */
record Whereabouts(
        @Nullable String ip,
        @Nullable Coordinates coordinates,
        @Nullable ResolvedLocation location) {
    static final Whereabouts UNKNOWN = new Whereabouts(null, null, null);

    /** Before anything is found. */
    static Whereabouts of(@Nullable String ip, @Nullable Coordinates coordinates) {
        return ip == null && coordinates == null ? UNKNOWN : new Whereabouts(ip, coordinates, null);
    }

    /** The same with an address, if none is told; null for no address. */
    Whereabouts withRequestIp(@Nullable String address) {
        return ip != null || address == null ? this : new Whereabouts(address, coordinates, location);
    }

    /** The same with what was found; null for nothing. */
    Whereabouts located(@Nullable ResolvedLocation found) {
        return found == location ? this : new Whereabouts(ip, coordinates, found);
    }
}
