package io.github.profileengine.vectors;

import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One line of a vector file; the README beside the files explains its keys. */
record VectorCase(
        String name,
        OracleOptions options,
        Instant now,
        List<List<String>> aliases,
        OracleId profile,
        Map<String, Object> before,
        String update,
        Map<String, Object> after,
        List<OracleOutcome> outcomes) {
    private static final String NOW = "2020-02-02T20:20:20Z";

    static VectorCase of(String line) {
        Map<String, String> raw = OracleJson.members(line);
        Map<String, Object> values = OracleValues.object(OracleJson.value(line));
        Map<String, Object> options = OracleValues.object(values.getOrDefault("options", Map.of()));
        boolean automatic = is(options, "automatic");
        Object named = values.getOrDefault("profile", values.get("update"));
        return new VectorCase(
                (String) values.get("name"),
                new OracleOptions(
                        is(options, "limits") ? OracleLimits.DOCUMENTED : null,
                        is(options, "strict"),
                        is(options, "flattenAppendedLists"),
                        automatic,
                        automatic),
                Instant.parse((String) options.getOrDefault("now", NOW)),
                pairs(values.getOrDefault("aliases", List.of())),
                named instanceof Map ? id(OracleValues.object(named)) : OracleId.user("p", "u"),
                properties(values.get("before")),
                values.containsKey("text") ? (String) values.get("text") : raw.get("update"),
                properties(values.get("after")),
                outcomes(values.get("outcomes")));
    }

    private static boolean is(Map<String, Object> options, String name) {
        return Boolean.TRUE.equals(options.get(name));
    }

    /** A record that does not name a profile is about user u in project p. */
    private static OracleId id(Map<String, Object> record) {
        boolean group = record.get("$group_key") instanceof String && record.get("$group_id") != null;
        return group
                ? OracleId.group(
                        "p",
                        (String) record.get("$group_key"),
                        record.get("$group_id").toString())
                : OracleId.user("p", record.get("$distinct_id") instanceof String id && !id.isEmpty() ? id : "u");
    }

    private static Map<String, Object> properties(Object value) {
        return value == null ? null : OracleValues.object(value);
    }

    private static List<List<String>> pairs(Object value) {
        List<List<String>> pairs = new ArrayList<>();
        for (Object pair : OracleValues.elements(value)) {
            pairs.add(
                    OracleValues.elements(pair).stream().map(String.class::cast).toList());
        }
        return pairs;
    }

    private static List<OracleOutcome> outcomes(Object value) {
        List<OracleOutcome> outcomes = new ArrayList<>();
        for (Object element : OracleValues.elements(value)) {
            Map<String, Object> outcome = OracleValues.object(element);
            outcomes.add(new OracleOutcome(
                    (String) outcome.get("operator"),
                    (String) outcome.get("property"),
                    (String) outcome.get("outcome"),
                    (String) outcome.get("rule")));
        }
        return outcomes;
    }
}
