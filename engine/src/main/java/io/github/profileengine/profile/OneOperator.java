package io.github.profileengine.profile;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.value.ValueBuilder;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operator on one profile. A single property that is there already needs no editor: its slot is looked up, the rule
 * asked, the array copied.
 */
enum OneOperator {
    SET(Operator.SET),
    SET_ONCE(Operator.SET_ONCE),
    MERGE(Operator.MERGE),
    ADD(Operator.ADD),
    UNION(Operator.UNION),
    APPEND(Operator.APPEND),
    REMOVE(Operator.REMOVE);

    private static final int MAX_VALUE_DEPTH = Operation.MAX_OPERAND_DEPTH - 1;

    private final Operator operator;
    private final Operation rule;

    OneOperator(Operator operator) {
        this.operator = operator;
        this.rule = Operation.of(operator, Map.of());
    }

    Profile on(Profile profile, Map<String, ? extends @Nullable Object> operands) {
        return on(profile, Operation.of(operator, operands));
    }

    Profile on(Profile profile, String name, @Nullable Object operand) {
        Name known = Name.of(name);
        Object value = ValueBuilder.copyOf(operand, MAX_VALUE_DEPTH);
        Shape shape = profile.shape();
        int slot = shape.indexOf(known);
        if (slot < 0) {
            return on(profile, Operation.of(operator, Collections.singletonMap(name, value)));
        }
        Object after = rule.after(CurrentValue.of(Slots.get(profile.slots(), shape.size(), slot)), value);
        if (after == CurrentValue.KEEP) {
            return profile;
        }
        Object stored = after instanceof StagedAppend append ? append.claim() : after;
        return new Profile(profile.id(), shape, Slots.with(profile.slots(), shape.size(), slot, stored));
    }

    static Profile on(Profile profile, Operation operation) {
        ProfileEditor editor = new ProfileEditor();
        profile.beginIn(editor);
        ObjectValue operands = operation.properties();
        for (int at = 0; at < operands.size(); at++) {
            Name name = operands.name(at);
            Object after = operation.after(editor.view(name), operands.value(at));
            if (after != CurrentValue.KEEP) {
                editor.stage(after);
            }
        }
        editor.commit();
        return Profile.committed(profile, profile.id(), editor);
    }
}
