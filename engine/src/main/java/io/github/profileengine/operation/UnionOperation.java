package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $union}: adds missing values to lists and removes duplicates. Its operand is an object of lists. A value that
 * is not a list, including null and objects, counts as a list of one.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>list, also {@code []}</td><td>the operand, each value once</td><td>union-applied</td></tr>
 *   <tr><td>not a list, null included</td><td>any value</td><td>unchanged</td><td>union-on-non-list</td></tr>
 *   <tr><td>list without duplicates that holds all values</td><td>any value</td><td>unchanged</td>
 *       <td>union-equal-value</td></tr>
 *   <tr><td>list</td><td>list</td><td>the list, then the operand, each value once</td><td>union-applied</td></tr>
 *   <tr><td>missing or list</td><td>not a list</td><td>as for a list of one</td><td>union-value-as-list</td></tr>
 * </table>
 *
 * The first occurrence of a repeated value is kept. Duplicates that were stored before are removed too. A missing
 * profile is created.
 */
public final class UnionOperation extends Operation {
    UnionOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.UNION, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        ListValue values = operand instanceof ListValue list ? list : ListValue.of(new Object[] {operand});
        CurrentList stored = now.list();
        if (stored == null) {
            return now.isAbsent() ? values.distinct() : CurrentValue.KEEP;
        }
        Object united = stored.union(values);
        return united == stored ? CurrentValue.KEEP : united;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        if (after == CurrentValue.KEEP) {
            return now.list() == null ? Rule.UNION_ON_NON_LIST : Rule.UNION_EQUAL_VALUE;
        }
        return operand instanceof ListValue ? Rule.UNION_APPLIED : Rule.UNION_VALUE_AS_LIST;
    }

    @Override
    UnionOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new UnionOperation(only, operands, cut);
    }
}
