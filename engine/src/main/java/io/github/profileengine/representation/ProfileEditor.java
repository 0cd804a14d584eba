package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * Carries one update onto one profile: operators view and stage, {@link #commit} makes the outcome. Until then nothing
 * outside the scratch has changed, so an update is rejected by dropping what is staged. For one thread; reusable after
 * {@link #begin}.
 */
public final class ProfileEditor {
    private final CurrentValue view = new CurrentValue();
    private final StagedChanges staged = new StagedChanges();
    private Shape shape = Shape.EMPTY;
    private @Nullable Object[] slots = Slots.NONE;
    // Where the property viewed last is, so that staging it looks nothing up again.
    private Name viewed = Name.of("");
    private int viewedSlot;
    private int viewedStaged;
    private boolean stagedTwice;
    private long growth;

    /** Starts an update of the profile with this shape and these slots. */
    public void begin(Shape currentShape, @Nullable Object[] currentSlots) {
        staged.clear();
        stagedTwice = false;
        shape = currentShape;
        slots = currentSlots;
    }

    /** The value that a property has now, with what was staged so far. */
    public CurrentValue view(Name name) {
        viewed = name;
        viewedStaged = staged.indexOf(name);
        if (viewedStaged >= 0) {
            return view.pointedAt(claimed(viewedStaged));
        }
        viewedSlot = shape.indexOf(name);
        return view.pointedAt(viewedSlot < 0 ? CurrentValue.ABSENT : Slots.get(slots, shape.size(), viewedSlot));
    }

    /**
     * Stages what becomes of the property viewed last: a canonical value, a {@link StagedAppend}, or
     * {@link CurrentValue#ABSENT} to take it away.
     */
    public void stage(@Nullable Object value) {
        if (viewedStaged >= 0) {
            staged.values[viewedStaged] = value;
            stagedTwice = true;
        } else {
            staged.add(viewed, viewedSlot, value);
        }
    }

    /** How many properties the profile would have. */
    public int size() {
        int size = shape.size();
        for (int at = 0; at < staged.size; at++) {
            boolean before = staged.slots[at] >= 0;
            boolean after = staged.values[at] != CurrentValue.ABSENT;
            size += (after ? 1 : 0) - (before ? 1 : 0);
        }
        return size;
    }

    public int stagedCount() {
        return staged.size;
    }

    public Name stagedName(int at) {
        return staged.names[at];
    }

    public @Nullable Object stagedValue(int at) {
        return staged.values[at];
    }

    /** Drops everything staged and everything that was there; holds on to no value any more. */
    public void clear() {
        begin(Shape.EMPTY, Slots.NONE);
        view.pointedAt(CurrentValue.ABSENT);
    }

    /** Makes the staged changes: afterwards {@link #shape} and {@link #slots} are the new ones. */
    public void commit() {
        int added = 0;
        int removed = 0;
        growth = 0;
        @Nullable Object[] replaced = slots;
        for (int at = 0; at < staged.size; at++) {
            Object value = claimed(at);
            int slot = staged.slots[at];
            if (value == CurrentValue.ABSENT) {
                removed += slot >= 0 ? 1 : 0;
                growth -= slot >= 0 ? Footprint.SLOT + Footprint.of(before(slot)) : 0;
            } else if (slot < 0) {
                added++;
                growth += Footprint.SLOT + Footprint.of(value);
            } else if (!isUnchanged(value, slot)) {
                growth += Footprint.of(value) - (long) Footprint.of(before(slot));
                replaced = replaced == slots ? slots.clone() : replaced;
                Slots.replace(replaced, slots, shape.size(), slot, value);
            }
        }
        slots = replaced;
        if (added + removed > 0) {
            reshape(added, removed);
        }
    }

    // A value staged once differs, or its rule would have kept the old one; two operators may lead back to it.
    private boolean isUnchanged(@Nullable Object value, int slot) {
        return stagedTwice && ValueEquality.same(value, before(slot));
    }

    private @Nullable Object before(int slot) {
        return Slots.get(slots, shape.size(), slot);
    }

    private @Nullable Object claimed(int at) {
        if (staged.values[at] instanceof StagedAppend append) {
            staged.values[at] = append.claim();
        }
        return staged.values[at];
    }

    private void reshape(int addedCount, int removedCount) {
        Name[] added = new Name[addedCount];
        @Nullable Object[] addedValues = new Object[addedCount];
        Name[] removed = new Name[removedCount];
        int nextAdded = 0;
        int nextRemoved = 0;
        for (int at = 0; at < staged.size; at++) {
            boolean present = staged.slots[at] >= 0;
            boolean stays = staged.values[at] != CurrentValue.ABSENT;
            if (stays && !present) {
                added[nextAdded] = staged.names[at];
                addedValues[nextAdded++] = staged.values[at];
            } else if (present && !stays) {
                removed[nextRemoved++] = staged.names[at];
            }
        }
        NameOrder order = NameOrder.of(added, 0, addedCount);
        Name[] gone = NameOrder.of(removed, 0, removedCount).sortedNames();
        reshape(order.sortedNames(), order.arrange(addedValues, 0), gone);
    }

    private void reshape(Name[] added, @Nullable Object[] addedValues, Name[] removed) {
        Shape target = shape.changed(added, removed);
        if (added.length == 1 && removed.length == 0) {
            slots = Slots.inserted(slots, shape.size(), target.indexOf(added[0]), addedValues[0]);
            shape = target;
            return;
        }
        @Nullable Object[] values = new Object[target.size()];
        int nextAdded = 0;
        int from = 0;
        int nextRemoved = 0;
        for (int to = 0; to < values.length; to++) {
            while (nextRemoved < removed.length && shape.name(from).same(removed[nextRemoved])) {
                nextRemoved++;
                from++;
            }
            if (nextAdded < added.length && target.name(to).same(added[nextAdded])) {
                values[to] = addedValues[nextAdded++];
            } else {
                values[to] = Slots.get(slots, shape.size(), from++);
            }
        }
        shape = target;
        slots = Slots.of(values);
    }

    /** By how many bytes of {@link Footprint} the last commit made the profile grow. */
    public long growth() {
        return growth;
    }

    public Shape shape() {
        return shape;
    }

    public @Nullable Object[] slots() {
        return slots;
    }
}
