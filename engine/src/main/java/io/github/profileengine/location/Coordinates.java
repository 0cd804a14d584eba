package io.github.profileengine.location;

/**
 * A point on Earth in degrees.
 *
 * @param latitude from -90 to 90
 * @param longitude from -180 to 180
 */
public record Coordinates(double latitude, double longitude) {
    /** A point on Earth; {@code IllegalArgumentException} if out of range or not a number. */
    public Coordinates {
        if (!isInRange(latitude, longitude)) {
            throw new IllegalArgumentException("no point on Earth: latitude " + latitude + ", longitude " + longitude);
        }
        // A record distinguishes -0.0 from 0.0, but they are the same place and, as text, the same number.
        latitude += 0.0;
        longitude += 0.0;
    }

    /** Whether both are in range. */
    public static boolean isInRange(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
