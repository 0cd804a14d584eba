package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;

/**
 * An update of a batch that failed and changed nothing.
 *
 * @param index its position in the batch, from 0
 * @param field the record's field or the property that is wrong
 * @param message {@code <field>, <problem>}, for people
 * @param rule the stable code
 */
public record RejectedUpdate(int index, String field, String message, Rule rule) {}
