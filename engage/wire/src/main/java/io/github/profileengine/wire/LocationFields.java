package io.github.profileengine.wire;

import io.github.profileengine.reducer.UpdateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that tell where an update was sent from. A value that is no address or no coordinate counts as
 * absent.
 */
final class LocationFields {

    private LocationFields() {}

    static void copy(RecordFields fields, UpdateBuilder update) {
        Object ip = fields.get(Field.IP);
        if (ip instanceof Long number && number == 0) {
            update.noIp();
        } else if (ip instanceof String address) {
            update.ip(address);
        }
        double latitude = degrees(fields.get(Field.LATITUDE), 90);
        double longitude = degrees(fields.get(Field.LONGITUDE), 180);
        if (!Double.isNaN(latitude) && !Double.isNaN(longitude)) {
            update.coordinates(latitude, longitude);
        }
    }

    /** NaN if the value is no number from {@code -most} to {@code most}. */
    private static double degrees(@Nullable Object value, double most) {
        double degrees = value instanceof Number number ? number.doubleValue() : Double.NaN;
        return Math.abs(degrees) <= most ? degrees : Double.NaN;
    }
}
