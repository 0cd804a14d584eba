package io.github.profileengine.testdouble.journal;

import io.github.profileengine.operation.Outcome;
import java.util.Locale;

/** What became of a request, in one word: the worst that befell anything of it. */
public enum Verdict {
    /** The request as a whole was not understood, or struck by a fault. */
    FAILED,
    /** At least one record was. */
    REJECTED,
    /** At least one operation met a value that it cannot work on. */
    IGNORED,
    /** All was understood, and no property changed. */
    UNCHANGED,
    /** Something changed. */
    APPLIED,
    /** Events, which change no profile. */
    RECEIVED;

    /** The one of a request. */
    public static Verdict of(JournalEntry entry) {
        if (entry.fault() != null) {
            return FAILED;
        }
        boolean ignored = false;
        boolean changed = false;
        boolean decided = false;
        for (JournaledUpdate update : entry.updates()) {
            if (update.isRejected()) {
                return REJECTED;
            }
            for (Outcome outcome : update.outcomes()) {
                decided = true;
                ignored |= outcome.kind() == Outcome.Kind.IGNORED;
                changed |= outcome.kind() != Outcome.Kind.UNCHANGED;
            }
        }
        for (JournaledEvent event : entry.events()) {
            if (event.isRejected()) {
                return REJECTED;
            }
        }
        if (entry.updates().isEmpty()) {
            return RECEIVED;
        }
        return ignored ? IGNORED : changed || !decided ? APPLIED : UNCHANGED;
    }

    /** Its name in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
