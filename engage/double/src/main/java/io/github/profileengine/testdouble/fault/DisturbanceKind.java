package io.github.profileengine.testdouble.fault;

import java.util.Locale;

/** What kept an update from being applied as it was sent. */
public enum DisturbanceKind {
    /** It was applied twice. */
    DUPLICATE,
    /** It was never applied. */
    DROP,
    /** It was applied after one of the next updates of its project. */
    REORDER,
    /** It was applied, or will be, after many more updates of its project. */
    DELAY;

    /** The name of the kind in a plan and a report, such as {@code reorder}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
