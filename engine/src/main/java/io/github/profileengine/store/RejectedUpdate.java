package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import java.util.Objects;

/**
 * An update of a batch that failed and changed nothing.
 *
 * @param index its position in the batch, from 0
 * @param field the record's field or the property that is wrong
 * @param message {@code <field>, <problem>}, for people
 * @param rule the stable code
 */
public record RejectedUpdate(int index, String field, String message, Rule rule) {
    /** The same in every run, as it is made of the rule's name: the hash of the constant is another in each run. */
    @Override
    public int hashCode() {
        return Objects.hash(index, field, message, rule.ruleName());
    }
}
