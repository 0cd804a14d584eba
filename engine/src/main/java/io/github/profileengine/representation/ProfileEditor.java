package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * Carries one update onto one profile: operators view and stage; what comes of it is made at the end or dropped. Until
 * then nothing that anybody can see has changed, so an update is rejected by dropping what is staged. For one thread;
 * reusable.
 *
 * <p>It has two implementations: {@link ObjectEditor} over a profile that is an object, and one over a packed record.
 */
public abstract class ProfileEditor {
    private final HeldValue view = new HeldValue();
    private final StagedChanges staged = new StagedChanges();
    // Where the property viewed last is, so that staging it looks nothing up again.
    private Name viewed = Name.of("");
    private int viewedSlot;
    private int viewedStaged;
    private boolean stagedTwice;

    protected ProfileEditor() {}

    /** The names of the profile as it was before; to make them may take long where {@link #slotBefore} does not. */
    protected abstract Shape before();

    /** The slot of a name in {@link #before}, or a negative number. */
    protected abstract int slotBefore(Name name);

    /** A view of a value as it was before. */
    protected abstract CurrentValue viewBefore(int slot);

    /** Drops what the profile was before: from now on there is none. */
    protected abstract void forget();

    /** Starts the next update: nothing is staged. */
    protected final void restart() {
        staged.restart();
        stagedTwice = false;
    }

    /** The value that a property has now, with what was staged so far. */
    public final CurrentValue view(Name name) {
        viewed = name;
        viewedStaged = staged.indexOf(name);
        if (viewedStaged >= 0) {
            return view.pointedAt(settled(viewedStaged));
        }
        viewedSlot = slotBefore(name);
        return viewedSlot < 0 ? view.pointedAt(CurrentValue.ABSENT) : viewBefore(viewedSlot);
    }

    /** A view of a value that is an object, for {@link #viewBefore}. */
    protected final CurrentValue held(@Nullable Object value) {
        return view.pointedAt(value);
    }

    /**
     * Stages what becomes of the property viewed last: a canonical value, a {@link StagedAppend}, or
     * {@link CurrentValue#ABSENT} to take it away. Not a value that it has already.
     */
    public final void stage(@Nullable Object value) {
        if (viewedStaged >= 0) {
            staged.values[viewedStaged] = value;
            stagedTwice = true;
        } else {
            staged.add(viewed, viewedSlot, value);
        }
    }

    /** How many properties the profile had before. */
    public abstract int sizeBefore();

    /** How many properties the profile would have. */
    public final int size() {
        int size = sizeBefore();
        for (int at = 0; at < staged.size; at++) {
            boolean before = staged.slots[at] >= 0;
            boolean after = staged.values[at] != CurrentValue.ABSENT;
            size += (after ? 1 : 0) - (before ? 1 : 0);
        }
        return size;
    }

    public final int stagedCount() {
        return staged.size;
    }

    public final Name stagedName(int at) {
        return staged.names[at];
    }

    public final @Nullable Object stagedValue(int at) {
        return staged.values[at];
    }

    /** Drops everything staged and everything that was there; holds on to no value any more. */
    public final void clear() {
        staged.clear();
        stagedTwice = false;
        forget();
        view.pointedAt(CurrentValue.ABSENT);
    }

    /** The slot that a staged property had before; negative if it had none. */
    protected final int stagedSlot(int at) {
        return staged.slots[at];
    }

    /** Which staged property has a name; negative if none. */
    protected final int stagedIndex(Name name) {
        return staged.indexOf(name);
    }

    /** What was staged, lists grown. */
    protected final @Nullable Object settled(int at) {
        if (staged.values[at] instanceof StagedAppend append) {
            staged.values[at] = append.claim();
        }
        return staged.values[at];
    }

    /**
     * Whether a settled value is what was there before. A value staged once differs, or its rule would have kept the
     * old one; two operators may lead back to it.
     */
    protected final boolean isUnchanged(int at) {
        return stagedTwice && viewBefore(staged.slots[at]).sameAs(staged.values[at]);
    }

    /** The names of the profile after: those before, if the staged properties are the same ones. */
    protected final Shape after() {
        int added = 0;
        int removed = 0;
        for (int at = 0; at < staged.size; at++) {
            boolean present = staged.slots[at] >= 0;
            boolean stays = staged.values[at] != CurrentValue.ABSENT;
            added += stays && !present ? 1 : 0;
            removed += present && !stays ? 1 : 0;
        }
        return added + removed == 0
                ? before()
                : before().changed(
                                names(added, true).sortedNames(),
                                names(removed, false).sortedNames());
    }

    private NameOrder names(int count, boolean added) {
        Name[] names = new Name[count];
        int next = 0;
        for (int at = 0; next < count; at++) {
            boolean present = staged.slots[at] >= 0;
            boolean stays = staged.values[at] != CurrentValue.ABSENT;
            if (added ? stays && !present : present && !stays) {
                names[next++] = staged.names[at];
            }
        }
        return NameOrder.of(names, 0, count);
    }
}
