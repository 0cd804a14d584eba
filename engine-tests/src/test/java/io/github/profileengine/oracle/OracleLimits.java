package io.github.profileengine.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** SEMANTICS section 7, Limits: what is truncated in operands, and how a profile is judged after all operators. */
public record OracleLimits(
        int nameCodePoints, int textBytes, int propertyBytes, int objectKeys, int objectDepth, int properties) {

    public static final OracleLimits DOCUMENTED = new OracleLimits(255, 255, 262_144, 255, 3, 2_000);

    String name(String name) {
        return name.codePointCount(0, name.length()) <= nameCodePoints
                ? name
                : name.substring(0, name.offsetByCodePoints(0, nameCodePoints));
    }

    String text(String text) {
        String cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > textBytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    Object value(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof List<?> list) {
            List<Object> cut = new ArrayList<>();
            list.forEach(element -> cut.add(value(element)));
            return cut;
        } else if (value instanceof Map<?, ?>) {
            Map<String, Object> cut = OracleValues.newObject();
            OracleValues.object(value).forEach((name, element) -> cut.put(name(name), value(element)));
            return cut;
        }
        return value;
    }

    /** Fails the record if the profile that it makes breaks a limit. */
    void judge(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> changed = OracleValues.object(after);
        if (before != null) {
            changed.keySet()
                    .removeIf(name -> before.containsKey(name) && Objects.equals(before.get(name), after.get(name)));
        }
        changed.forEach((name, value) -> {
            reject(OracleText.bytes(value) > propertyBytes, "record-limit-property-bytes", name);
            reject(keys(value) > objectKeys, "record-limit-object-keys", name);
            reject(depth(value) > objectDepth, "record-limit-object-depth", name);
        });
        reject(
                after.size() > properties && (before == null || after.size() > before.size()),
                "record-limit-properties",
                "properties");
    }

    private static void reject(boolean tooMuch, String rule, String field) {
        if (tooMuch) {
            throw new OracleRejection(rule, field);
        }
    }

    private static int keys(Object value) {
        int inside = OracleValues.children(value).stream()
                .mapToInt(OracleLimits::keys)
                .max()
                .orElse(0);
        return Math.max(inside, value instanceof Map<?, ?> map ? map.size() : 0);
    }

    private static int depth(Object value) {
        int inside = OracleValues.children(value).stream()
                .mapToInt(OracleLimits::depth)
                .max()
                .orElse(0);
        return inside + (value instanceof Map<?, ?> ? 1 : 0);
    }
}
