package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One checked record.
 *
 * @param target the profile; an alias is not resolved yet
 * @param seconds its time; null for that of the clock
 * @param ignoreTime whether {@code $last_seen} stays unchanged
 * @param ignoreAlias whether the target is taken literally
 * @param operands the operand of each operator as name, value, name, value, ... ({@code $unset}: names only;
 *     {@code $delete}: nothing)
 */
record TreeUpdate(
        ProfileKey target,
        @Nullable Long seconds,
        boolean ignoreTime,
        boolean ignoreAlias,
        Map<Operator, @Nullable Object[]> operands) {

    boolean deletes() {
        return operands.containsKey(Operator.DELETE);
    }

    boolean creates() {
        for (Operator operator : operands.keySet()) {
            if (operator.creates()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the operator's operand names the property. */
    boolean names(Operator operator, String name) {
        @Nullable Object[] pairs = operands.get(operator);
        if (pairs != null) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (name.equals(pairs[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
