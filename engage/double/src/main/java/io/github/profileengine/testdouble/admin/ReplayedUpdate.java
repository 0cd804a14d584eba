package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.testdouble.journal.Sdk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update of a profile and what it changed.
 *
 * @param changes null where the profile before is not known
 */
record ReplayedUpdate(
        JournalEntry entry,
        JournaledUpdate update,
        @Nullable List<PropertyChange> changes) {

    /** As an answer holds it. */
    JsonObject answer() {
        JsonObject answer = new ProfileHistory.Step(entry, update)
                .placed(JournalText.update(update))
                .put("sdk", Sdk.of(entry.request()).word());
        return changes == null
                ? answer.put("changes", null)
                : answer.putList("changes", changes.stream().map(DiffText::change));
    }

    /** Which one it is, as an answer holds it. */
    JsonObject place() {
        return new JsonObject().put("request", entry.number()).put("index", update.index());
    }
}
