package io.github.profileengine.reducer;

/**
 * Something in an update that strict validation finds suspicious but accepts.
 *
 * @param field the record's field
 * @param message {@code <field>, <problem>}, for people
 */
public record UpdateWarning(String field, String message) {}
