package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The top level of one record as it was read, before it is judged. Of a repeated name the last value counts.
 *
 * <p>Plain arrays with a bit for each value that is there: an {@code EnumMap} costs a tenth of the whole reading, most
 * of it in clearing and iterating. What a bit says is absent may still lie in its array until the next record.
 */
@SuppressWarnings("EnumOrdinal") // The ordinals are places in the arrays of this class and never leave it.
final class RecordFields {

    private static final Operator[] OPERATORS = Operator.values();

    private final @Nullable Object[] fields = new Object[Field.values().length];
    private final @Nullable Object[] operands = new Object[OPERATORS.length];
    private int presentFields;
    private int presentOperators;

    /** Other {@code $} names in the order of their first appearance, and whether they hold a list or object. */
    private final Map<String, Boolean> others = new LinkedHashMap<>();

    void clear() {
        presentFields = 0;
        presentOperators = 0;
        if (!others.isEmpty()) {
            others.clear();
        }
    }

    void put(Field field, @Nullable Object value) {
        fields[field.ordinal()] = value;
        presentFields |= 1 << field.ordinal();
    }

    void put(Operator operator, @Nullable Object operand) {
        operands[operator.ordinal()] = operand;
        presentOperators |= 1 << operator.ordinal();
    }

    void putOther(String name, boolean container) {
        others.put(name, container);
    }

    /** Whether the field is there, be it null. */
    boolean has(Field field) {
        return (presentFields & 1 << field.ordinal()) != 0;
    }

    /** The value of a field; null, too, if it is absent. */
    @Nullable
    Object get(Field field) {
        return has(field) ? fields[field.ordinal()] : null;
    }

    boolean hasOperator() {
        return presentOperators != 0;
    }

    /** The operator that is there and applies next after {@code before}, or first of all; null if there is none. */
    @Nullable
    Operator operatorAfter(@Nullable Operator before) {
        int later = before == null ? presentOperators : presentOperators & (-2 << before.ordinal());
        return later == 0 ? null : OPERATORS[Integer.numberOfTrailingZeros(later)];
    }

    /** The operand of an operator that is there. */
    @Nullable
    Object operand(Operator operator) {
        return operands[operator.ordinal()];
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
