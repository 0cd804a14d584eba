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
        if (!entry.isAccepted()) {
            return REJECTED;
        }
        if (entry.updates().isEmpty()) {
            return RECEIVED;
        }
        Outcome.Kind mildest = null;
        for (JournaledUpdate update : entry.updates()) {
            for (Outcome outcome : update.outcomes()) {
                if (outcome.kind() == Outcome.Kind.IGNORED) {
                    return IGNORED;
                }
                mildest = mildest == null || outcome.kind().compareTo(mildest) < 0 ? outcome.kind() : mildest;
            }
        }
        return mildest == Outcome.Kind.UNCHANGED ? UNCHANGED : APPLIED;
    }

    /** Its name in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
