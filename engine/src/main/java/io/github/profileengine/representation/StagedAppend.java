package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A list that is about to grow: the base and the elements to add. It takes no slot of the shared array until it is
 * {@linkplain #claim claimed}: when its update commits, or when a later operator of the update looks at it. In the
 * latter case the slots are {@linkplain #release given back} if the update is dropped. An accepted update that leads
 * the list back to what it was keeps them, so the next one to grow that list copies it.
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

    /** Claims slots for the grown list, and returns it. */
    public ListValue claim() {
        ListValue grown = base.value().extended(added, uniqueAfter);
        claimed = grown;
        return grown;
    }

    /** Gives back the claimed slots. Only while nobody else has seen the grown list. */
    void release() {
        if (claimed != null) {
            claimed.release(base.size());
        }
    }

    /** The list before. */
    public CurrentList base() {
        return base;
    }

    /** How many elements are added. */
    public int addedCount() {
        return added.length;
    }

    /** An added element, a canonical value. */
    public @Nullable Object added(int at) {
        return added[at];
    }

    /** Whether the grown list is known to be distinct. */
    public boolean isDistinct() {
        return uniqueAfter == base.size() + added.length;
    }

    Measure measure() {
        ListValue list = base.value();
        return list.measure().append(list.size(), added);
    }
}
