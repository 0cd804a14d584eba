package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $union}: gives lists the values that they lack, and makes them unique. Its operand is an object of lists; any
 * value that is no list, null and objects included, counts as a list of one.
 *
 * <table>
 *   <caption>What becomes of a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>list, also {@code []}</td><td>the operand, each value once</td><td>union-applied</td></tr>
 *   <tr><td>no list, null included</td><td>any value</td><td>stays</td><td>union-on-non-list</td></tr>
 *   <tr><td>list without repeats that holds all</td><td>any value</td><td>stays</td><td>union-equal-value</td></tr>
 *   <tr><td>list</td><td>list</td><td>the list, then the operand, each value once</td><td>union-applied</td></tr>
 *   <tr><td>missing or list</td><td>no list</td><td>as of a list of one</td><td>union-value-as-list</td></tr>
 * </table>
 *
 * Of repeated values the first occurrence is kept, and repeats that were stored before go too. A missing profile is
 * created.
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
