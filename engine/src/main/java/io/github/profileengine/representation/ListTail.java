package io.github.profileengine.representation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What all versions of one list share: the element array, how many of its slots are claimed, and an index of first
 * positions.
 *
 * <h2>Guarantees</h2>
 *
 * Slots are claimed by compare-and-set on {@code used}, and only for the newest version; an older version that appends
 * must copy. Only the claimant gives slots back: the last claim first, emptied before, and while nobody else has seen
 * the version that has them. So elements below the size of any {@link ListValue} that is seen never change. Appending
 * writes the slots before it makes the new {@code ListValue}, whose final fields publish them to every thread that sees
 * it.
 *
 * <p>The index is shared too. It maps an element to its first position; a position at or past a version's size means
 * that this version does not contain the element. It is brought up to date on demand, under this object's monitor. So
 * plain appends and reads neither pay for it nor wait: at most they ask whether there is one.
 */
final class ListTail {
    private static final VarHandle USED = usedHandle();

    final @Nullable Object[] elements;
    // Accessed through USED only, which no checker sees.
    @SuppressWarnings("UnusedVariable")
    private volatile int used;

    // Written under the monitor, and look-ups in the index hold it as well.
    private volatile @Nullable PositionIndex index;

    ListTail(@Nullable Object[] elements, int used) {
        this.elements = elements;
        this.used = used;
    }

    /** Claims the slots {@code from} to {@code from + count}; false if they are claimed already or there is no room. */
    boolean claim(int from, int count) {
        return count <= elements.length - from && USED.compareAndSet(this, from, from + count);
    }

    /**
     * Gives back the slots {@code from} to {@code to}, which were claimed last, and clears them. Only for the claimant,
     * while nobody else has a list with these slots.
     */
    synchronized void release(int from, int to) {
        PositionIndex current = index;
        if (current != null && current.covered() > from) {
            index = null;
        }
        Arrays.fill(elements, from, to, null);
        USED.compareAndSet(this, to, from);
    }

    /** Whether there is an index: looking up an element then needs no scan. */
    boolean isIndexed() {
        return index != null;
    }

    /** The length of the index, or a moment ago if another thread extends it; 0 if there is none. */
    int indexLength() {
        PositionIndex current = index;
        return current == null ? 0 : current.length();
    }

    /** Position of the first element that equals {@code element} among the first {@code size}, or -1. */
    synchronized int firstPosition(@Nullable Object element, int size) {
        PositionIndex current = index;
        if (current == null) {
            current = new PositionIndex(size);
            index = current;
        }
        current.cover(elements, size);
        int position = current.find(elements, element);
        return position < size ? position : -1;
    }

    private static VarHandle usedHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(ListTail.class, "used", int.class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }
}
