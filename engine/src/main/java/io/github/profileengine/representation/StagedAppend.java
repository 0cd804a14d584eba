package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A list that is about to grow: the base and what comes after it. It takes no slot of the shared array until it is
 * {@linkplain #claim claimed}: when its update commits, or when a later operator of the update looks at it. What such
 * an operator was shown is {@linkplain #release given back} if the update is dropped. One that is accepted and leads
 * the list back to what it was keeps the slot, so that the next one to grow that list copies it.
 */
public final class StagedAppend {
    private final CurrentList base;
    private final @Nullable Object[] added;
    private final int uniqueAfter;
    private @Nullable ListValue claimed;

    StagedAppend(CurrentList base, @Nullable Object[] added, int uniqueAfter) {
        this.base = base;
        this.added = added;
        this.uniqueAfter = uniqueAfter;
    }

    /** The grown list. */
    public ListValue claim() {
        ListValue grown = base.value().extended(added, uniqueAfter);
        claimed = grown;
        return grown;
    }

    /** Gives back what was claimed. Only while nobody else has seen the grown list. */
    void release() {
        if (claimed != null) {
            claimed.release(base.size());
        }
    }

    /** The list before. */
    public CurrentList base() {
        return base;
    }

    /** How many elements come after it. */
    public int addedCount() {
        return added.length;
    }

    /** One of those that come after it, a canonical value. */
    public @Nullable Object added(int at) {
        return added[at];
    }

    /** Whether the grown list is known to hold no value twice. */
    public boolean isDistinct() {
        return uniqueAfter == base.size() + added.length;
    }

    Measure measure() {
        ListValue list = base.value();
        return list.measure().append(list.size(), added);
    }
}
