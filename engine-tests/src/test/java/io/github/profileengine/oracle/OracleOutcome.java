package io.github.profileengine.oracle;

/**
 * What one operator did to one property: {@code $add, k, IGNORED, add-on-non-number}. Parts that do not apply are null.
 */
public record OracleOutcome(String operator, String property, String kind, String rule) {

    static OracleOutcome of(String operator, String property, String problem) {
        return new OracleOutcome(operator, property, kind(problem), operator.substring(1) + "-" + problem);
    }

    static OracleOutcome rejected(String rule) {
        return new OracleOutcome(null, null, "REJECTED", rule);
    }

    private static String kind(String problem) {
        return switch (problem) {
            case "applied" -> "APPLIED";
            case "integer-overflow", "value-as-list" -> "CONVERTED";
            case "truncated" -> "TRUNCATED";
            case "equal-value", "present", "absent" -> "UNCHANGED";
            default -> "IGNORED";
        };
    }
}
