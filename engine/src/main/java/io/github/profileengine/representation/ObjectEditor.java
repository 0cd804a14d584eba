package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** Edits a profile that is a shape and an array of values; {@link #commit} makes its next state. */
public final class ObjectEditor extends ProfileEditor {
    private Shape shape = Shape.EMPTY;
    private @Nullable Object[] slots = Slots.NONE;
    private long growth;

    /** An editor without a profile, until it begins. */
    public ObjectEditor() {}

    /** Starts an update of the profile with this shape and these slots. */
    public void begin(Shape currentShape, @Nullable Object[] currentSlots) {
        restart();
        shape = currentShape;
        slots = currentSlots;
    }

    @Override
    protected Shape before() {
        return shape;
    }

    @Override
    protected int slotBefore(Name name) {
        return shape.indexOf(name);
    }

    @Override
    public int sizeBefore() {
        return shape.size();
    }

    @Override
    protected CurrentValue viewBefore(int slot) {
        return held(before(slot));
    }

    @Override
    protected void forget() {
        shape = Shape.EMPTY;
        slots = Slots.NONE;
    }

    private @Nullable Object before(int slot) {
        return Slots.get(slots, shape.size(), slot);
    }

    /** Makes the staged changes: {@link #shape} and {@link #slots} are the new ones afterwards. */
    public void commit() {
        growth = 0;
        @Nullable Object[] replaced = slots;
        for (int at = 0; at < stagedCount(); at++) {
            StagedChange change = staged(at);
            Object value = claimed(change);
            int slot = change.slot();
            if (value == CurrentValue.ABSENT) {
                growth -= slot >= 0 ? ofProperty(change, before(slot)) : 0;
            } else if (slot < 0) {
                growth += ofProperty(change, value);
            } else if (!isUnchanged(change)) {
                growth += Footprint.of(value) - (long) Footprint.of(before(slot));
                replaced = replaced == slots ? slots.clone() : replaced;
                Slots.replace(replaced, slots, shape.size(), slot, value);
            }
        }
        slots = replaced;
        Shape target = after();
        if (target != shape) {
            reshape(target);
        }
    }

    private static long ofProperty(StagedChange change, @Nullable Object value) {
        return Footprint.SLOT + Footprint.of(value) + Footprint.ofName(change.name());
    }

    private void reshape(Shape target) {
        if (stagedCount() == 1 && !staged(0).wasThere()) {
            StagedChange only = staged(0);
            slots = Slots.inserted(slots, shape.size(), target.indexOf(only.name()), only.value());
            shape = target;
            return;
        }
        @Nullable Object[] values = new Object[target.size()];
        int from = 0;
        for (int to = 0; to < values.length; to++) {
            Name name = target.name(to);
            int place = stagedIndex(name);
            if (place >= 0 && !staged(place).wasThere()) {
                values[to] = staged(place).value();
            } else {
                // Names have the same order before and after: what is skipped was removed.
                while (!shape.name(from).same(name)) {
                    from++;
                }
                values[to] = before(from++);
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
