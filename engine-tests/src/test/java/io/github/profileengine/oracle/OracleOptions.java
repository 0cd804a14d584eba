package io.github.profileengine.oracle;

/** The switches of the specification; {@code limits} is null when they are off. */
public record OracleOptions(
        OracleLimits limits, boolean strict, boolean flatten, boolean automaticCreated, boolean automaticLastSeen) {

    public static final OracleOptions DEFAULTS = new OracleOptions(null, false, false, true, true);
    /** No automatic property, so that a state holds only what operators wrote. */
    public static final OracleOptions PLAIN = new OracleOptions(null, false, false, false, false);

    public OracleOptions withLimits(OracleLimits newLimits) {
        return new OracleOptions(newLimits, strict, flatten, automaticCreated, automaticLastSeen);
    }

    public OracleOptions withStrict() {
        return new OracleOptions(limits, true, flatten, automaticCreated, automaticLastSeen);
    }

    public OracleOptions withFlatten() {
        return new OracleOptions(limits, strict, true, automaticCreated, automaticLastSeen);
    }
}
