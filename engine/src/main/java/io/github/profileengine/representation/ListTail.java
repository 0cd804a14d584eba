package io.github.profileengine.representation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What all versions of one list share: the element array, how much of it is taken, and an index of first positions.
 *
 * <h2>Guarantees</h2>
 *
 * A slot is given away by compare-and-set on {@code used}, to the newest version only; an older version that appends
 * must copy. It is given back only by who claimed it, the last claim first, emptied before, and while nobody else has
 * seen the version that has it. So elements below the size of any {@link ListValue} that is seen never change.
 * Appending writes the slots before it makes the new {@code ListValue}, whose final fields publish them to every thread
 * that sees it.
 *
 * <p>The index is shared too: it maps an element to the position where it first stands, and a position at or past a
 * version's size means that this version does not hold it. It is brought up to date when asked, under this object's
 * monitor, so that plain appends and reads neither pay for it nor wait: they ask at most whether there is one.
 */
final class ListTail {
    private static final VarHandle USED = usedHandle();

    final @Nullable Object[] elements;
    // Read through USED only, which no checker sees.
    @SuppressWarnings("UnusedVariable")
    private volatile int used;

    // Written under the monitor; what is looked up in it as well.
    private volatile @Nullable PositionIndex index;

    ListTail(@Nullable Object[] elements, int used) {
        this.elements = elements;
        this.used = used;
    }

    /** Claims the slots {@code from} to {@code from + count}; false if they are taken already or there is no room. */
    boolean claim(int from, int count) {
        return count <= elements.length - from && USED.compareAndSet(this, from, from + count);
    }

    /**
     * Gives back the slots {@code from} to {@code to}, which were claimed last, and lets go of what is in them. Only by
     * who claimed them, while no list that has them is anybody else's.
     */
    synchronized void release(int from, int to) {
        PositionIndex current = index;
        if (current != null && current.covered() > from) {
            index = null;
        }
        Arrays.fill(elements, from, to, null);
        USED.compareAndSet(this, to, from);
    }

    /** Whether looking an element up costs no more than a look. */
    boolean isIndexed() {
        return index != null;
    }

    /** How long the index is, or was a moment ago while another thread extends it; 0 if there is none. */
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
