package io.github.profileengine.testdouble.journal;

import io.github.profileengine.operation.Outcome;
import java.util.Locale;

/** The result of a request in one word: the worst result of its parts. */
public enum Verdict {
    /** The request as a whole was not understood, or an injected fault kept it from being applied. */
    FAILED,
    /** At least one record or event was rejected. */
    REJECTED,
    /** At least one operation met a value that it cannot work on. */
    IGNORED,
    /** Everything was understood, and no property changed. */
    UNCHANGED,
    /** Something changed. A fault that dropped single updates or held them back is not considered. */
    APPLIED,
    /** Events, which change no profile. */
    RECEIVED;

    /** Returns the verdict on a request. */
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

    /** The name in the double's JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
