package io.github.profileengine.operation;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes operations of the operators whose operand is an object: all but {@code $unset} and {@code $delete}. */
final class NamedOperations {
    private NamedOperations() {}

    static Operation ofValue(Operator operator, @Nullable Object value) {
        ObjectValue properties = properties(operator, value);
        return properties.size() == 1
                ? of(operator, properties.name(0), properties.value(0))
                : of(operator, null, properties);
    }

    private static ObjectValue properties(Operator operator, @Nullable Object value) {
        if (value instanceof ObjectValue object) {
            return object;
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return ObjectValue.EMPTY;
        }
        throw new InvalidOperandException(operator, "not an object");
    }

    /** The arguments are those of the constructor of {@link Operation}. */
    static Operation of(Operator operator, @Nullable Name only, @Nullable Object operands) {
        return switch (operator) {
            case SET -> new SetOperation(only, operands, Set.of());
            case SET_ONCE -> new SetOnceOperation(only, operands, Set.of());
            case MERGE -> new MergeOperation(only, operands, Set.of());
            case ADD -> new AddOperation(only, operands, Set.of());
            case UNION -> new UnionOperation(only, operands, Set.of());
            case APPEND -> new AppendOperation(only, operands, Set.of(), false);
            case REMOVE -> new RemoveOperation(only, operands, Set.of());
            case UNSET, DELETE -> throw new IllegalArgumentException(operator.symbol() + " has no named operands");
        };
    }
}
