package io.github.profileengine.benchmark.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a node of the tree into the Java value that a peer stores. Numbers become canonical, and texts are checked. */
final class TreeValue {
    private static final double LONG_END = 0x1p63;

    private TreeValue() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> text(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case ARRAY -> list(node);
            case OBJECT -> object(node);
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            list.add(of(element));
        }
        return list;
    }

    private static Map<String, @Nullable Object> object(JsonNode node) {
        Map<String, @Nullable Object> object = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            object.put(text(property.getKey()), of(property.getValue()));
        }
        return object;
    }

    private static Object number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? (Object) Long.valueOf(node.longValue())
                : number(node.doubleValue());
    }

    /** The canonical form of a number that is not an integer token within 64 bits. */
    static Object number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new InvalidRecordException("a number beyond the double range");
        }
        boolean integer = value == Math.rint(value) && value >= -LONG_END && value < LONG_END;
        return integer ? (Object) Long.valueOf((long) value) : Double.valueOf(value);
    }

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new InvalidRecordException("an unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }
}
