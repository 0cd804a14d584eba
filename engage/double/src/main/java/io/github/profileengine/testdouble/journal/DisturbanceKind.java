package io.github.profileengine.testdouble.journal;

import java.util.Locale;

/** What kept an update from being applied as it was sent. */
public enum DisturbanceKind {
    /** It was applied twice. */
    DUPLICATE("applied twice"),
    /** It was never applied. */
    DROP("dropped"),
    /** It was applied after one of the next updates of its project. */
    REORDER("held back behind a later update"),
    /** It was applied, or will be, after many more updates of its project. */
    DELAY("held back");

    private final String phrase;

    DisturbanceKind(String phrase) {
        this.phrase = phrase;
    }

    /** What became of the update, such as {@code dropped}, as the journal says it. */
    public String phrase() {
        return phrase;
    }

    /** The name of the kind in a plan and a report, such as {@code reorder}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
