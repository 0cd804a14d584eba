package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ValueType;
import org.jspecify.annotations.Nullable;

/** Creates outcomes with their explanations. */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(Operator operator, Rule rule, String property, CurrentValue now, @Nullable Object operand) {
        String explanation = rule.explain(
                property, now.type().phrase(), ValueType.of(operand).phrase());
        return new Outcome(operator, property, rule.kind(), rule, explanation);
    }
}
