package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $set_once}: writes each property that is missing. Its operand is an object of values.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>any value</td><td>the operand</td><td>set_once-applied</td></tr>
 *   <tr><td>exists, even null, empty, 0 or false</td><td>any value</td><td>unchanged</td><td>set_once-present</td></tr>
 * </table>
 *
 * A missing profile is created, even by an empty operand. After {@code $unset} a property is missing again.
 */
public final class SetOnceOperation extends Operation {
    SetOnceOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.SET_ONCE, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        return now.isAbsent() ? operand : CurrentValue.KEEP;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        return now.isAbsent() ? Rule.SET_ONCE_APPLIED : Rule.SET_ONCE_PRESENT;
    }

    @Override
    SetOnceOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new SetOnceOperation(only, operands, cut);
    }
}
