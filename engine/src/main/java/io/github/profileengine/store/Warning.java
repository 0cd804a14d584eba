package io.github.profileengine.store;

/**
 * Something that strict validation finds suspicious but accepts.
 *
 * @param index the update's position in the batch, from 0
 * @param field the record's field
 * @param message {@code <field>, <problem>}, for people
 */
public record Warning(int index, String field, String message) {}
