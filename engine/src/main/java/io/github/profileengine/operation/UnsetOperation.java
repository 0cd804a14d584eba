package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $unset}: removes properties, including reserved ones. Its operand is a list of names; a bare text counts as
 * one name.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>still missing</td><td>unset-absent</td></tr>
 *   <tr><td>exists, even null</td><td>missing, not null</td><td>unset-applied</td></tr>
 * </table>
 *
 * A name given twice counts once. A profile that loses its last property stays, without properties. A missing profile
 * stays missing. An element that is not text fails the record.
 */
public final class UnsetOperation extends Operation {
    private final boolean bareText;

    private UnsetOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated, boolean bareText) {
        super(Operator.UNSET, only, operands, truncated);
        this.bareText = bareText;
    }

    static UnsetOperation ofValue(@Nullable Object value) {
        if (value instanceof String name) {
            return new UnsetOperation(Name.of(name), null, Set.of(), true);
        }
        if (value instanceof ListValue list) {
            ObjectValue names = namesOf(list);
            return names.size() == 1
                    ? new UnsetOperation(names.name(0), null, Set.of(), false)
                    : new UnsetOperation(null, names, Set.of(), false);
        }
        throw new InvalidOperandException(Operator.UNSET, "not a list of names");
    }

    private static ObjectValue namesOf(ListValue list) {
        Name[] names = new Name[list.size()];
        for (int at = 0; at < names.length; at++) {
            if (!(list.get(at) instanceof String name)) {
                throw new InvalidOperandException(Operator.UNSET, "holds a name that is not text");
            }
            names[at] = Name.of(name);
        }
        return ObjectValue.of(names, new Object[names.length]);
    }

    /** Whether the operand was a single name outside a list. */
    public boolean isBareText() {
        return bareText;
    }

    @Override
    public Object operand() {
        return bareText ? propertyNames().get(0) : ListValue.of(propertyNames().toArray());
    }

    @Override
    public Object after(CurrentValue now, @Nullable Object operand) {
        return now.isAbsent() ? CurrentValue.KEEP : CurrentValue.ABSENT;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        return now.isAbsent() ? Rule.UNSET_ABSENT : Rule.UNSET_APPLIED;
    }

    @Override
    UnsetOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new UnsetOperation(only, operands, cut, bareText && only != null);
    }
}
