package io.github.profileengine.reducer;

import io.github.profileengine.location.Location;

/**
 * Where an accepted update came from.
 *
 * @param location what the locator found
 * @param fromCoordinates whether coordinates were the source; {@code $geo_source} then says so
 */
public record ResolvedLocation(Location location, boolean fromCoordinates) {}
