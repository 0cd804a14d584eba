package io.github.profileengine.profile;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.LazyValues;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.value.ValueBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies one operator to one profile. A single property needs no editor: its slot is looked up, the operator is asked,
 * and one array is copied.
 */
final class OneOperator {
    // Operations without operands, used for their functions only.
    // As they are constants, the compiler calls each directly.
    static final Operation SET = Operation.of(Operator.SET, Map.of());
    static final Operation SET_ONCE = Operation.of(Operator.SET_ONCE, Map.of());
    static final Operation MERGE = Operation.of(Operator.MERGE, Map.of());
    static final Operation ADD = Operation.of(Operator.ADD, Map.of());
    static final Operation UNION = Operation.of(Operator.UNION, Map.of());
    static final Operation APPEND = Operation.of(Operator.APPEND, Map.of());
    static final Operation REMOVE = Operation.of(Operator.REMOVE, Map.of());
    static final Operation UNSET = Operation.of(Operator.UNSET, List.of());

    private static final int MAX_VALUE_DEPTH = Operation.MAX_OPERAND_DEPTH - 1;

    private OneOperator() {}

    /** Applies an operator to one property. */
    static Profile on(Operation operation, Profile profile, String name, @Nullable Object operand) {
        Name known = Name.ofProperty(name);
        Object value = ValueBuilder.copyOf(name, operand, MAX_VALUE_DEPTH);
        Shape shape = profile.shape();
        int slot = shape.indexOf(known);
        Object now = slot < 0 ? CurrentValue.ABSENT : LazyValues.get(profile.content(), shape.size(), slot);
        Object after = operation.after(CurrentValue.of(now), value);
        if (after == CurrentValue.KEEP) {
            return profile;
        } else if (after == CurrentValue.ABSENT) {
            return new Profile(
                    profile.id(),
                    shape.without(known),
                    Slots.removed(LazyValues.slots(profile.content()), shape.size(), slot));
        }
        Object stored = after instanceof StagedAppend append ? append.claim() : after;
        return slot < 0
                ? extended(profile, known, stored)
                : new Profile(
                        profile.id(),
                        shape,
                        Slots.with(LazyValues.slots(profile.content()), shape.size(), slot, stored));
    }

    private static Profile extended(Profile profile, Name name, @Nullable Object value) {
        Shape before = profile.shape();
        Shape after = before.with(name);
        int slot = after.indexOf(name);
        return new Profile(
                profile.id(), after, Slots.inserted(LazyValues.slots(profile.content()), before.size(), slot, value));
    }

    /** Applies an operator to all properties of an operand, which is as in {@link Operation#of}. */
    static Profile on(Operation operation, Profile profile, Object operands) {
        return apply(Operation.of(operation.operator(), operands), profile);
    }

    static Profile apply(Operation operation, Profile profile) {
        ObjectEditor editor = new ObjectEditor();
        profile.beginIn(editor);
        for (int at = 0; at < operation.count(); at++) {
            Object after = operation.after(editor.view(operation.name(at)), operation.operandAt(at));
            if (after != CurrentValue.KEEP) {
                editor.stage(after);
            }
        }
        editor.commit();
        return Profile.committed(profile, profile.id(), editor);
    }
}
