package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The top level of one record as it was read, before it is judged. Of a repeated name the last value counts. */
final class RecordFields {

    private final EnumMap<Field, @Nullable Object> fields = new EnumMap<>(Field.class);
    private final EnumMap<Operator, @Nullable Object> operands = new EnumMap<>(Operator.class);

    /** Other {@code $} names in the order of their first appearance, and whether they hold a list or object. */
    private final Map<String, Boolean> others = new LinkedHashMap<>();

    void clear() {
        fields.clear();
        operands.clear();
        if (!others.isEmpty()) {
            others.clear();
        }
    }

    void put(Field field, @Nullable Object value) {
        fields.put(field, value);
    }

    void put(Operator operator, @Nullable Object operand) {
        operands.put(operator, operand);
    }

    void putOther(String name, boolean container) {
        others.put(name, container);
    }

    /** Whether the field is there, be it null. */
    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** The value of a field; null, too, if it is absent. */
    @Nullable
    Object get(Field field) {
        return fields.get(field);
    }

    /** The operators that are there with their operands, in the order in which they apply. */
    Map<Operator, @Nullable Object> operands() {
        return operands;
    }

    /** The first {@code $} name that looks like an operator and is none; null if there is no such name. */
    @Nullable
    String unknownOperator() {
        if (!others.isEmpty()) {
            for (Map.Entry<String, Boolean> other : others.entrySet()) {
                if (other.getValue()) {
                    return other.getKey();
                }
            }
        }
        return null;
    }
}
