package io.github.profileengine.operation;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Joins two operands of one operator into one with the effect of both in turn. If no single operand has that effect, as
 * with two appends to one list, the join fails: keeping only the last would lose what the caller asked for.
 */
final class OperandJoin {
    private OperandJoin() {}

    static IllegalArgumentException different(Operator earlier, Operator later) {
        return new IllegalArgumentException(
                "cannot join operations of different operators: " + earlier.symbol() + " and " + later.symbol());
    }

    static ObjectValue of(Operator operator, ObjectValue earlier, ObjectValue later) {
        Name[] names = new Name[later.size()];
        @Nullable Object[] operands = new Object[later.size()];
        for (int at = 0; at < names.length; at++) {
            names[at] = later.name(at);
            int before = earlier.indexOf(names[at]);
            operands[at] =
                    before < 0 ? later.value(at) : joined(operator, names[at], earlier.value(before), later.value(at));
        }
        return earlier.merged(ObjectValue.of(names, operands));
    }

    static @Nullable Object joined(Operator operator, Name name, @Nullable Object earlier, @Nullable Object later) {
        switch (operator) {
            case SET, UNSET -> {
                return later;
            }
            case SET_ONCE -> {
                return earlier;
            }
            case UNION, REMOVE -> {
                return concatenated(name, earlier, later);
            }
            default -> {
                // Two objects to append are two elements, so their keys must not be merged.
                if (operator == Operator.MERGE
                        && earlier instanceof ObjectValue object
                        && later instanceof ObjectValue keys) {
                    return object.merged(keys);
                }
                throw new IllegalArgumentException(operator.symbol() + " names \"" + name
                        + "\" twice; an update holds one " + operator.symbol() + " per property, so make two updates");
            }
        }
    }

    private static ListValue concatenated(Name name, @Nullable Object earlier, @Nullable Object later) {
        @Nullable Object[] first = elements(name, earlier);
        @Nullable Object[] second = elements(name, later);
        @Nullable Object[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return ListValue.of(both);
    }

    // A value that is not a list becomes an element of one, so it nests one level deeper.
    private static @Nullable Object[] elements(Name name, @Nullable Object operand) {
        return operand instanceof ListValue list
                ? list.toArray()
                : new Object[] {ValueBuilder.copyOf(name.text(), operand, Operation.MAX_OPERAND_DEPTH - 2)};
    }
}
