package io.github.profileengine.store;

/**
 * How many profiles, and how many estimated bytes of them, an engine and each of its projects may hold. At a bound, an
 * update that would create a profile is rejected. Existing profiles can still be updated and read, and may grow beyond
 * the bytes. A restored state and a replayed log may exceed the bounds. Immutable.
 *
 * <p>The bytes are an estimate of the heap: of profiles, see
 * {@link io.github.profileengine.profile.Profile#estimatedBytes}, and of projects. They do not include property names
 * and object keys of up to 255 UTF-16 units, aliases, and what snapshots and forks keep alive.
 *
 * <p>A bound of half the heap leaves room for these and for the garbage collector. That is not enough if many projects
 * have more than one profile each and their profiles are small: a project takes some 500 bytes in each shard that holds
 * one of its profiles, but is counted once.
 *
 * @param maxProfiles most profiles of the engine
 * @param maxBytes estimated bytes at which the engine takes no new profile; besides the profiles, each project that has
 *     profiles counts {@value #PROJECT_BYTES} bytes, and its token if that is long
 * @param maxProjectProfiles most profiles of one project
 * @param maxProjectBytes estimated bytes at which a project takes no new profile
 */
public record EngineBounds(long maxProfiles, long maxBytes, long maxProjectProfiles, long maxProjectBytes) {
    /** The bytes that a project with one profile takes beside the profile, as measured. */
    public static final int PROJECT_BYTES = 400;

    /** No bounds, the default. */
    public static final EngineBounds OFF =
            new EngineBounds(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** Bounds; {@code IllegalArgumentException} if one is not positive. */
    public EngineBounds {
        requirePositive("maxProfiles", maxProfiles);
        requirePositive("maxBytes", maxBytes);
        requirePositive("maxProjectProfiles", maxProjectProfiles);
        requirePositive("maxProjectBytes", maxProjectBytes);
    }

    private static void requirePositive(String name, long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + bound);
        }
    }

    public EngineBounds withMaxProfiles(long count) {
        return new EngineBounds(count, maxBytes, maxProjectProfiles, maxProjectBytes);
    }

    public EngineBounds withMaxBytes(long bytes) {
        return new EngineBounds(maxProfiles, bytes, maxProjectProfiles, maxProjectBytes);
    }

    public EngineBounds withMaxProjectProfiles(long count) {
        return new EngineBounds(maxProfiles, maxBytes, count, maxProjectBytes);
    }

    public EngineBounds withMaxProjectBytes(long bytes) {
        return new EngineBounds(maxProfiles, maxBytes, maxProjectProfiles, bytes);
    }
}
