package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.testdouble.journal.Sdk;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One update of a profile and what it changed.
 *
 * @param changes what it changed; null if the profile before it is unknown
 */
record ReplayedUpdate(
        JournalEntry entry,
        JournaledUpdate update,
        @Nullable List<PropertyChange> changes) {

    /** The update as JSON. */
    JsonObject answer() {
        JsonObject answer = new ProfileHistory.Step(entry, update)
                .placed(JournalText.update(update))
                .put("sdk", Sdk.of(entry.request()).word());
        return changes == null
                ? answer.put("changes", null)
                : answer.putList("changes", changes.stream().map(DiffText::change));
    }

    /**
     * The members that identify the update, and its operators that wrote a property. Automatic properties have no
     * operator.
     */
    JsonObject place(String property) {
        return new ProfileHistory.Step(entry, update).placed(new JsonObject()).put("operators", operators(property));
    }

    private List<String> operators(String property) {
        return update.outcomes().stream()
                .filter(outcome -> property.equals(outcome.property()))
                .map(Outcome::operator)
                .flatMap(Stream::ofNullable)
                .map(Operator::symbol)
                .distinct()
                .toList();
    }
}
