package io.github.profileengine.location;

import java.util.Optional;

/**
 * Finds the place of an address or of coordinates. The engine calls it once for each update that can use the result,
 * before it checks limits and bounds. The call runs on the thread that applies the batch, which holds no lock.
 * Implementations must be thread-safe. What they throw reaches the caller of {@code apply}, before any update of the
 * batch is applied.
 */
@FunctionalInterface
public interface Locator {
    /** The place of an address; if unknown, empty or one of which {@linkplain Location#isUnknown nothing is known}. */
    Optional<Location> locate(IpAddress address);

    /** The place of coordinates, likewise. The default returns empty, for locators that know addresses only. */
    default Optional<Location> locate(Coordinates coordinates) {
        return Optional.empty();
    }
}
