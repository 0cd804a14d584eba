package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one operand of a tree into the flat form of {@link TreeUpdate}. */
final class TreeOperand {
    private static final Object[] NONE = {};

    private TreeOperand() {}

    static @Nullable Object[] of(Operator operator, JsonNode json) {
        return switch (operator) {
            case DELETE -> {
                TreeValue.of(json);
                yield NONE;
            }
            case UNSET -> names(json);
            default -> named(operator, json);
        };
    }

    private static Object[] names(JsonNode json) {
        if (json.isString()) {
            return new Object[] {TreeValue.text(json.stringValue())};
        }
        if (!json.isArray()) {
            throw new InvalidRecordException("$unset, not a list of names");
        }
        Object[] names = new Object[json.size()];
        for (int i = 0; i < names.length; i++) {
            JsonNode name = json.get(i);
            if (!name.isString()) {
                throw new InvalidRecordException("$unset, not a list of names");
            }
            names[i] = TreeValue.text(name.stringValue());
        }
        return names;
    }

    private static @Nullable Object[] named(Operator operator, JsonNode json) {
        if (json.isArray() && json.isEmpty()) {
            return NONE;
        }
        if (!json.isObject()) {
            throw new InvalidRecordException(operator.symbol() + ", not an object");
        }
        @Nullable Object[] pairs = new Object[2 * json.size()];
        int size = 0;
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Object value = TreeValue.of(property.getValue());
            if (!property.getKey().equals("$ip")) {
                pairs[size++] = TreeValue.text(property.getKey());
                pairs[size++] = value;
            }
        }
        return size == pairs.length ? pairs : Arrays.copyOf(pairs, size);
    }
}
