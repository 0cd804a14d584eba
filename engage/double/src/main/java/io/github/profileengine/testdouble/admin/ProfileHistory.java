package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the updates that referred to one profile, as far as the journal remembers. */
final class ProfileHistory {
    /**
     * One update.
     *
     * @param entry the request that contained it
     */
    record Step(JournalEntry entry, JournaledUpdate update) {
        /** Adds the members that identify the update. */
        JsonObject placed(JsonObject members) {
            return members.put("request", entry.number())
                    .put("index", update.index())
                    .put("time", entry.request().time().toString());
        }
    }

    private ProfileHistory() {}

    /** The updates that referred to a profile, by its id or by an alias of it; newest first. */
    static List<Step> of(ProfileId id, Journal journal) {
        List<Step> steps = new ArrayList<>();
        for (JournalEntry entry : journal.entries(its -> its.concerns(id))) {
            for (JournaledUpdate update : entry.updates()) {
                if (update.concerns(id)) {
                    steps.add(new Step(entry, update));
                }
            }
        }
        Collections.reverse(steps);
        return steps;
    }
}
