package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $append}: adds at the end of lists. Its operand is an object of values. A list is appended as one element,
 * unless the option {@code flattenAppendedLists} is on: then its elements are appended.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>any value</td><td>a list of that value</td><td>append-applied</td></tr>
 *   <tr><td>missing</td><td>list, flattened</td><td>the operand</td><td>append-applied</td></tr>
 *   <tr><td>not a list, null included</td><td>any value</td><td>unchanged</td><td>append-on-non-list</td></tr>
 *   <tr><td>list</td><td>any value</td><td>the list with the value at the end</td><td>append-applied</td></tr>
 *   <tr><td>list</td><td>{@code []}, flattened</td><td>unchanged</td><td>append-equal-value</td></tr>
 * </table>
 *
 * Duplicates are kept. A missing profile is created. Not allowed on groups.
 */
public final class AppendOperation extends Operation {
    private final boolean flattening;

    AppendOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated, boolean flattening) {
        super(Operator.APPEND, only, operands, truncated);
        this.flattening = flattening;
    }

    @Override
    public Operation flattened() {
        return flattening ? this : new AppendOperation(only(), operands(), truncatedNames(), true);
    }

    @Override
    boolean isFlattened() {
        return flattening;
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        CurrentList list = now.list();
        if (list == null && !now.isAbsent()) {
            return CurrentValue.KEEP;
        }
        if (flattening && operand instanceof ListValue elements) {
            return list == null ? elements : afterEach(list, elements);
        }
        return list == null ? ListValue.of(new Object[] {operand}) : list.append(new Object[] {operand});
    }

    private static Object afterEach(CurrentList list, ListValue elements) {
        return elements.isEmpty() ? CurrentValue.KEEP : list.append(elements.toArray());
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        if (after == CurrentValue.KEEP) {
            return now.list() == null ? Rule.APPEND_ON_NON_LIST : Rule.APPEND_EQUAL_VALUE;
        }
        return Rule.APPEND_APPLIED;
    }

    @Override
    AppendOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new AppendOperation(only, operands, cut, flattening);
    }
}
