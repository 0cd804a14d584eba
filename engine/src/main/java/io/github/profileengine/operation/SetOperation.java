package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $set}: writes properties, whatever they held before. Its operand is an object of values; null is a value.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>equal to the operand</td><td>any value</td><td>unchanged</td><td>set-equal-value</td></tr>
 *   <tr><td>missing, or anything else</td><td>any value</td><td>the operand, as a whole</td><td>set-applied</td></tr>
 * </table>
 *
 * Nested objects are replaced, not merged. A missing profile is created, even by an empty operand.
 */
public final class SetOperation extends Operation {
    SetOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.SET, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        return now.sameAs(operand) ? CurrentValue.KEEP : operand;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        return after == CurrentValue.KEEP ? Rule.SET_EQUAL_VALUE : Rule.SET_APPLIED;
    }

    @Override
    SetOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new SetOperation(only, operands, cut);
    }
}
