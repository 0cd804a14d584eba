package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $remove}: removes all equal elements from lists. Its operand is an object of values: a list names several
 * elements, any other value names one. To remove an element that is itself a list, wrap it: {@code [[1]]} removes
 * {@code [1]}.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>any value</td><td>still missing</td><td>remove-absent</td></tr>
 *   <tr><td>not a list, null included</td><td>any value</td><td>unchanged</td><td>remove-on-non-list</td></tr>
 *   <tr><td>list that holds none of them</td><td>any value, also {@code []}</td><td>unchanged</td>
 *       <td>remove-absent</td></tr>
 *   <tr><td>list</td><td>any value</td><td>the other elements, in order, or {@code []}</td><td>remove-applied</td></tr>
 * </table>
 *
 * A missing profile stays missing.
 */
public final class RemoveOperation extends Operation {
    RemoveOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.REMOVE, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        CurrentList list = now.list();
        if (list == null) {
            return CurrentValue.KEEP;
        }
        CurrentList left =
                list.without(operand instanceof ListValue gone ? gone : ListValue.of(new Object[] {operand}));
        return left == list ? CurrentValue.KEEP : left;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        if (after != CurrentValue.KEEP) {
            return Rule.REMOVE_APPLIED;
        }
        return now.isAbsent() || now.list() != null ? Rule.REMOVE_ABSENT : Rule.REMOVE_ON_NON_LIST;
    }

    @Override
    RemoveOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new RemoveOperation(only, operands, cut);
    }
}
