package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One checked record: its target, its flags and, per operator, the operand as name, value, name, value, ...
 * ({@code $unset}: names alone; {@code $delete}: empty). An operator that is not there has no array.
 */
final class TreeUpdate {
    final ProfileKey target;
    final @Nullable Long seconds;
    final boolean ignoreTime;
    final boolean ignoreAlias;
    private final @Nullable Object @Nullable [][] operands;

    TreeUpdate(
            ProfileKey target,
            @Nullable Long seconds,
            boolean ignoreTime,
            boolean ignoreAlias,
            @Nullable Object @Nullable [][] operands) {
        this.target = target;
        this.seconds = seconds;
        this.ignoreTime = ignoreTime;
        this.ignoreAlias = ignoreAlias;
        this.operands = operands;
    }

    @Nullable Object @Nullable [] operand(Operator operator) {
        return operands[operator.ordinal()];
    }

    boolean creates() {
        for (Operator operator : TreeRules.ORDER) {
            if (operand(operator) != null && operator.creates()) {
                return true;
            }
        }
        return false;
    }
}
