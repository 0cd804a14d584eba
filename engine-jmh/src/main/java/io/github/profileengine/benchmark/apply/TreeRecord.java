package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one record from a tree: one pass over its fields, with every rule of lenient validation.
 *
 * <p>It leaves out what no input here needs: bounds on bytes and depth, malformed text, and addresses to locate. That
 * is to the peers' advantage.
 */
final class TreeRecord {
    private static final Set<String> ANYTHING = Set.of(
            "$device_id", "$user_id", "$had_persisted_distinct_id", "$mp_metadata", "$ip", "$latitude", "$longitude");

    private final Map<Operator, @Nullable Object[]> operands = new EnumMap<>(Operator.class);
    private @Nullable JsonNode token;
    private @Nullable JsonNode distinctId;
    private @Nullable JsonNode groupKey;
    private @Nullable JsonNode groupId;
    private @Nullable Long seconds;
    private boolean ignoreTime;
    private boolean ignoreAlias;

    private TreeRecord() {}

    static TreeUpdate update(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidRecordException("json, not an object");
        }
        TreeRecord record = new TreeRecord();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            record.field(TreeValue.text(field.getKey()), field.getValue());
        }
        return record.finished();
    }

    private void field(String name, JsonNode value) {
        switch (name) {
            case "$token" -> token = value;
            case "$distinct_id" -> distinctId = value;
            case "$group_key" -> groupKey = value;
            case "$group_id" -> groupId = value;
            case "$time" -> seconds = value.isNull() ? null : (Long) TreeTime.seconds(TreeValue.of(value));
            case "$ignore_time" -> ignoreTime = truthy(TreeValue.of(value));
            case "$ignore_alias" -> ignoreAlias = truthy(TreeValue.of(value));
            default -> other(name, value);
        }
    }

    private void other(String name, JsonNode value) {
        Operator known = TreeRules.operator(name);
        if (known != null) {
            operands.put(known, TreeOperand.of(known, value));
            return;
        }
        TreeValue.of(value);
        if (name.startsWith("$") && value.isContainer() && !ANYTHING.contains(name)) {
            throw new InvalidRecordException(name + ", unknown operator");
        }
    }

    private TreeUpdate finished() {
        if (operands.isEmpty()) {
            throw new InvalidRecordException("no operator");
        }
        boolean group = groupKey != null || groupId != null;
        if (group && distinctId != null) {
            throw new InvalidRecordException("$distinct_id, not on a group");
        }
        if (group && (has(Operator.ADD) || has(Operator.APPEND) || has(Operator.MERGE))) {
            throw new InvalidRecordException("an operator not allowed on groups");
        }
        ProfileKey target = group
                ? new ProfileKey(text("$token", token), text("$group_key", groupKey), id("$group_id", groupId))
                : new ProfileKey(text("$token", token), null, id("$distinct_id", distinctId));
        return new TreeUpdate(target, seconds, ignoreTime, ignoreAlias, operands);
    }

    private boolean has(Operator wanted) {
        return operands.containsKey(wanted);
    }

    private static String text(String field, @Nullable JsonNode value) {
        if (value == null || !value.isString() || value.stringValue().isEmpty()) {
            throw new InvalidRecordException(field + ", missing or empty");
        }
        return TreeValue.text(value.stringValue());
    }

    private static String id(String field, @Nullable JsonNode node) {
        Object value = node == null ? null : TreeValue.of(node);
        if (value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new InvalidRecordException(field + ", missing or empty");
    }

    private static boolean truthy(@Nullable Object value) {
        return Boolean.TRUE.equals(value)
                || "1".equals(value)
                || "true".equals(value)
                || Long.valueOf(1).equals(value);
    }
}
