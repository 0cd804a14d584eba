package io.github.profileengine.oracle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update as plain data. Operands have their operator's symbol as key and may be of any Java type, also of types that
 * fail the record. What is absent is null. {@code groupKey} is null for user profiles; {@code located} is the location
 * that was found.
 */
public record OracleUpdate(
        OracleId target,
        Map<String, Object> operands,
        Instant time,
        boolean ignoreAlias,
        boolean ignoreTime,
        String ip,
        Double latitude,
        Double longitude,
        Map<String, Object> located)
        implements OracleEntry {

    public static OracleUpdate of(OracleId target, Map<String, Object> operands) {
        return new OracleUpdate(target, operands, null, false, false, null, null, null, null);
    }

    public OracleUpdate and(String operator, Object operand) {
        Map<String, Object> more = new LinkedHashMap<>(operands);
        more.put(operator, operand);
        return new OracleUpdate(target, more, time, ignoreAlias, ignoreTime, ip, latitude, longitude, located);
    }

    public OracleUpdate at(Instant newTime) {
        return new OracleUpdate(target, operands, newTime, ignoreAlias, ignoreTime, ip, latitude, longitude, located);
    }

    public OracleUpdate to(OracleId newTarget) {
        return new OracleUpdate(newTarget, operands, time, ignoreAlias, ignoreTime, ip, latitude, longitude, located);
    }

    public OracleUpdate flagged(boolean alias, boolean noTime) {
        return new OracleUpdate(target, operands, time, alias, noTime, ip, latitude, longitude, located);
    }

    public OracleUpdate from(String address, Double newLatitude, Double newLongitude) {
        return new OracleUpdate(
                target, operands, time, ignoreAlias, ignoreTime, address, newLatitude, newLongitude, located);
    }

    /** The form that section 8 calls recorded: literal id, time and location decided. */
    public OracleUpdate resolved(OracleId id, Instant newTime, Map<String, Object> location) {
        return new OracleUpdate(id, operands, newTime, true, ignoreTime, null, null, null, location);
    }
}
