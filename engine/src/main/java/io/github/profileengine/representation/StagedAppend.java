package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A list that is about to grow: the base and what comes after it. It takes no slot of the shared array until it is
 * {@linkplain #claim claimed} when its update commits, so a rejected update leaves no trace and costs no later copy.
 */
public final class StagedAppend {
    private final ListValue base;
    private final @Nullable Object[] added;
    private final int uniqueAfter;

    StagedAppend(ListValue base, @Nullable Object[] added, int uniqueAfter) {
        this.base = base;
        this.added = added;
        this.uniqueAfter = uniqueAfter;
    }

    /** The grown list. */
    public ListValue claim() {
        return base.extended(added, uniqueAfter);
    }

    Measure measure() {
        return base.measure().append(base.size(), added);
    }
}
