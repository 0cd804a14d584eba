package io.github.profileengine.representation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The values of a profile, each made on demand: whoever reads one property pays for one. For any thread. */
public abstract class LazyValues {
    private static final VarHandle SLOTS = slotsHandle();

    private final int size;
    // All values, made together for those who look at all, and kept. In a race two threads make them, and both keep
    // those of the first: whether an update has changed a value is seen by its identity.
    private volatile @Nullable Object @Nullable [] slots;

    /** Lazy values of so many slots. */
    protected LazyValues(int size) {
        this.size = size;
    }

    /** Makes the value of a slot, always an equal one. */
    protected abstract @Nullable Object made(int slot);

    private @Nullable Object get(int slot) {
        @Nullable Object[] known = slots;
        return known == null ? made(slot) : Slots.get(known, size, slot);
    }

    /** All values, as {@link Slots}. */
    public final @Nullable Object[] slots() {
        @Nullable Object[] known = slots;
        if (known == null) {
            @Nullable Object[] values = new Object[size];
            for (int slot = 0; slot < size; slot++) {
                values[slot] = made(slot);
            }
            @Nullable Object[] made = Slots.of(values);
            known = SLOTS.compareAndSet(this, null, made) ? made : slots;
            assert known != null : "they are never taken away";
        }
        return known;
    }

    private static VarHandle slotsHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(LazyValues.class, "slots", Object[].class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** The value of a slot in {@link Slots} or lazy values. */
    public static @Nullable Object get(Object content, int size, int slot) {
        return content instanceof LazyValues lazy
                ? lazy.get(slot)
                : Slots.get((@Nullable Object[]) content, size, slot);
    }

    /** The slots of lazy values; else the content itself, which is {@link Slots}. */
    public static @Nullable Object[] slots(Object content) {
        return content instanceof LazyValues lazy ? lazy.slots() : (@Nullable Object[]) content;
    }
}
