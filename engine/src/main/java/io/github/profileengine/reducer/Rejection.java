package io.github.profileengine.reducer;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.representation.CanonicalWriter;
import java.util.Objects;

/**
 * Why a record failed.
 *
 * @param rule the stable code
 * @param field the record's field or the property that is wrong
 * @param message {@code <field>, <problem>}, one line for people
 */
public record Rejection(Rule rule, String field, String message) {
    /** A rejection whose message is made of field and problem. */
    public static Rejection of(Rule rule, String field, String problem) {
        return new Rejection(rule, field, message(field, problem));
    }

    /** A message of one line, made of field and problem; a field that holds control characters is quoted as in JSON. */
    public static String message(String field, String problem) {
        StringBuilder message = new StringBuilder();
        if (field.chars().anyMatch(unit -> unit < ' ')) {
            CanonicalWriter.appendText(message, field);
        } else {
            message.append(field);
        }
        return message.append(", ").append(problem).toString();
    }

    /** The one outcome of a rejected record. */
    public Outcome outcome() {
        return new Outcome(null, null, rule.kind(), rule, message);
    }

    /** The same in every run, as it is made of the rule's name: the hash of the constant is another in each run. */
    @Override
    public int hashCode() {
        return Objects.hash(rule.ruleName(), field, message);
    }
}
