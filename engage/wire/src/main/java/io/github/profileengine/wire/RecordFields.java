package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The top-level members of one record, before they are validated. If a name is repeated, the last value counts.
 *
 * <p>The values are in plain arrays, with one bit for each value that is present. An {@code EnumMap} would cost a tenth
 * of the whole reading time, most of it for clearing and iterating. Where the bit says absent, the array may still hold
 * a value of an earlier record.
 */
@SuppressWarnings("EnumOrdinal") // The ordinals are only indexes of the arrays in this class.
final class RecordFields {

    private static final Operator[] OPERATORS = Operator.values();
    private static final int USUAL_OTHERS = 64;

    private final @Nullable Object[] fields = new Object[Field.values().length];
    private final @Nullable Object[] operands = new Object[OPERATORS.length];
    private int presentFields;
    private int presentOperators;

    /**
     * Other {@code $} names in the order of their first appearance. The value tells whether the member is a list or
     * object.
     */
    private Map<String, Boolean> others = new LinkedHashMap<>();

    void clear() {
        presentFields = 0;
        presentOperators = 0;
        if (others.size() > USUAL_OTHERS) {
            // Clearing a map takes as long as it was ever large.
            others = new LinkedHashMap<>();
        } else if (!others.isEmpty()) {
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

    /** Whether the field is present, even with the value null. */
    boolean has(Field field) {
        return (presentFields & 1 << field.ordinal()) != 0;
    }

    /** The value of a field; null if the value is null or the field is absent. */
    @Nullable
    Object get(Field field) {
        return has(field) ? fields[field.ordinal()] : null;
    }

    boolean hasOperator() {
        return presentOperators != 0;
    }

    /**
     * The first present operator that applies after {@code before}, or the first of all if {@code before} is null. Null
     * if there is none.
     */
    @Nullable
    Operator operatorAfter(@Nullable Operator before) {
        int later = before == null ? presentOperators : presentOperators & (-2 << before.ordinal());
        return later == 0 ? null : OPERATORS[Integer.numberOfTrailingZeros(later)];
    }

    /** The operand of an operator, which must be present. */
    @Nullable
    Object operand(Operator operator) {
        return operands[operator.ordinal()];
    }

    /**
     * The first unknown {@code $} name whose value is a list or object, as an operator's would be; null if there is
     * none.
     */
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
