package io.github.profileengine.location;

import java.util.Optional;

/**
 * Finds the place of an address or of coordinates. The engine asks once for each update that can use the answer, before
 * limits and bounds judge it, on the thread that applies the batch and holding no lock; implementations must be safe
 * for many threads. What one throws reaches the caller of {@code apply}, before anything of the batch is applied.
 */
@FunctionalInterface
public interface Locator {
    /** The place of an address; empty, or one of which {@linkplain Location#isUnknown nothing is known}, if none. */
    Optional<Location> locate(IpAddress address);

    /** The place of coordinates, likewise; empty from an implementation that knows addresses only. */
    default Optional<Location> locate(Coordinates coordinates) {
        return Optional.empty();
    }
}
