package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $merge}: puts the keys of an object into an object, one level deep. Its operand is an object of objects.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>any or missing</td><td>not an object</td><td>unchanged</td><td>merge-bad-operand</td></tr>
 *   <tr><td>missing</td><td>object, also {@code {}}</td><td>the operand</td><td>merge-applied</td></tr>
 *   <tr><td>not an object, null included</td><td>object</td><td>unchanged</td><td>merge-on-non-object</td></tr>
 *   <tr><td>object that has these keys with equal values</td><td>object</td><td>unchanged</td>
 *       <td>merge-equal-value</td></tr>
 *   <tr><td>object</td><td>object</td><td>the keys of both; the operand's values win</td><td>merge-applied</td></tr>
 * </table>
 *
 * Nested objects are replaced as a whole, nulls are stored, and no key is ever removed. A missing profile is created.
 * Not allowed on groups.
 */
public final class MergeOperation extends Operation {
    MergeOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.MERGE, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        if (!(operand instanceof ObjectValue keys)) {
            return CurrentValue.KEEP;
        }
        ObjectValue object = now.object();
        if (object == null) {
            return now.isAbsent() ? keys : CurrentValue.KEEP;
        }
        ObjectValue merged = object.merged(keys);
        return merged.equals(object) ? CurrentValue.KEEP : merged;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        if (!(operand instanceof ObjectValue)) {
            return Rule.MERGE_BAD_OPERAND;
        }
        if (after != CurrentValue.KEEP) {
            return Rule.MERGE_APPLIED;
        }
        return now.object() == null ? Rule.MERGE_ON_NON_OBJECT : Rule.MERGE_EQUAL_VALUE;
    }

    @Override
    MergeOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new MergeOperation(only, operands, cut);
    }
}
