package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The top level of one record as it was read, before it is judged. Of a repeated name the last value counts. */
final class RecordFields {

    private static final Object ABSENT = new Object();

    private final @Nullable Object[] fields = new Object[Field.values().length];
    private final @Nullable Object[] operands = new Object[Operator.values().length];
    private boolean hasOperator;

    /** Other {@code $} names in the order of their first appearance, and whether they hold a list or object. */
    private final Map<String, Boolean> others = new LinkedHashMap<>();

    RecordFields() {
        clear();
    }

    void clear() {
        Arrays.fill(fields, ABSENT);
        Arrays.fill(operands, ABSENT);
        hasOperator = false;
        if (!others.isEmpty()) {
            others.clear();
        }
    }

    void put(Field field, @Nullable Object value) {
        fields[field.ordinal()] = value;
    }

    void put(Operator operator, @Nullable Object operand) {
        operands[operator.ordinal()] = operand;
        hasOperator = true;
    }

    void putOther(String name, boolean container) {
        others.put(name, container);
    }

    boolean has(Field field) {
        return fields[field.ordinal()] != ABSENT;
    }

    /** The value of a field; null, too, if it is absent. */
    @Nullable
    Object get(Field field) {
        Object value = fields[field.ordinal()];
        return value == ABSENT ? null : value;
    }

    boolean has(Operator operator) {
        return operands[operator.ordinal()] != ABSENT;
    }

    @Nullable
    Object operand(Operator operator) {
        return operands[operator.ordinal()];
    }

    boolean hasOperator() {
        return hasOperator;
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
