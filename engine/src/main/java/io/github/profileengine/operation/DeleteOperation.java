package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $delete}: deletes the profile with everything in it. Its operand may be anything and is not kept.
 *
 * <table>
 *   <caption>Effect on the profile, and the rule</caption>
 *   <tr><th>profile</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>missing</td><td>still missing</td><td>delete-absent</td></tr>
 *   <tr><td>exists</td><td>missing</td><td>delete-applied</td></tr>
 * </table>
 *
 * It applies last of the operators of an update. Aliases stay; a later update makes a new profile.
 */
public final class DeleteOperation extends Operation {
    static final DeleteOperation INSTANCE = new DeleteOperation();

    private DeleteOperation() {
        super(Operator.DELETE, null, ObjectValue.EMPTY, Set.of());
    }

    @Override
    public @Nullable Object operand() {
        return null;
    }

    /** The rule that decides, given whether the profile exists. */
    public static Rule rule(boolean profileExists) {
        return profileExists ? Rule.DELETE_APPLIED : Rule.DELETE_ABSENT;
    }

    /** The one outcome of a {@code $delete}; it has no property. */
    public static Outcome outcome(Rule rule) {
        return new Outcome(Operator.DELETE, null, rule.kind(), rule, rule.explain("", "", ""));
    }

    /** The reducer does not call this, because {@code $delete} names no properties. */
    @Override
    public Object after(CurrentValue now, @Nullable Object operand) {
        return now.isAbsent() ? CurrentValue.KEEP : CurrentValue.ABSENT;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        return now.isAbsent() ? Rule.DELETE_ABSENT : Rule.DELETE_APPLIED;
    }

    @Override
    DeleteOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return this;
    }
}
